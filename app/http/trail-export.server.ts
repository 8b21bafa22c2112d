import type { AppLoadContext } from '@remix-run/node';
import { stringify } from 'csv-stringify/sync';
import { type TrailRow, type TrailToPrint } from '#app/documents/trail-document.server.ts';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { type ChainedEntry, verifyTrail } from '#app/domain/purchase-orders/trail.ts';
import type { MessageKey } from '#app/messages/areas.ts';
import { translator } from '#app/messages/translate.server.ts';
import { sha256 } from '#app/use-cases/approvals/record-trail.server.ts';
import { namePersons } from '#db/queries/directory.server.ts';
import { findTrailHead, listTrail } from '#db/queries/trail.server.ts';
import { requirePurchaseOrder } from './purchase-order-access.server';
import { nameOf, peopleInTrail } from './purchase-order-view.server';

export type TrailExport = TrailToPrint & { readonly entries: readonly ChainedEntry[] };

/** The whole trail of a purchase order the viewer may see, with whether it is as it was written. Who was erased since
 *  stands in it by id. */
export async function exportedTrail(
  request: Request,
  context: AppLoadContext,
  id: string | undefined,
): Promise<TrailExport> {
  const { seen, viewer } = await requirePurchaseOrder(request, context, id);
  const { db, now } = context.deps;
  const { order } = seen;
  const [entries, head] = await Promise.all([
    listTrail(db, { documentId: order.id }),
    findTrailHead(db, { documentId: order.id }),
  ]);
  const people = await namePersons(db, { ids: peopleInTrail(entries) });
  const t = translator(viewer.locale, 'purchaseOrders');
  const { formats } = locales[viewer.locale];
  const text = (value: unknown): string =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const named = (person: unknown) =>
    text(person) ? (nameOf(people, text(person)) ?? t('deletedPerson')) : t('byShop');
  const rows = entries.map(({ number, at, event, facts, hash }): TrailRow => ({
    number,
    at: formatInstant(at, formats, order.company.timeZone),
    event: t(`event_${event}` as MessageKey<'purchaseOrders'>),
    by: facts.for ? t('byFor', { name: named(facts.by), delegator: named(facts.for) }) : named(facts.by),
    via: text(facts.via),
    revision: text(facts.revision),
    total: text(facts.total),
    note: text(facts.reason) || text(facts.file),
    hash,
  }));
  return {
    locale: viewer.locale,
    company: order.company.name,
    number: order.number,
    rows,
    entries,
    verdict: verifyTrail(order.id, entries, head, sha256),
    lastHash: head?.hash ?? '',
    at: now(),
  };
}

/** Everything an auditor needs to make each hash again: the facts as they were hashed, beside what people read. */
export const trailCsv = ({ rows, entries }: TrailExport): string =>
  stringify(
    entries.map(({ number, at, event, facts, previousHash, hash }, index) => [
      number,
      at.toISOString(),
      event,
      rows[index]?.by ?? '',
      facts.by ?? '',
      facts.for ?? '',
      facts.via ?? '',
      facts.revision ?? '',
      facts.total ?? '',
      facts.payable ?? '',
      rows[index]?.note ?? '',
      JSON.stringify(facts),
      previousHash,
      hash,
    ]),
    {
      header: true,
      bom: true,
      // A reason is typed by people, and a spreadsheet would run what looks like a formula.
      escape_formulas: true,
      columns: [
        'number',
        'at',
        'event',
        'by',
        'by_id',
        'for_id',
        'via',
        'revision',
        'total',
        'payable',
        'note',
        'facts',
        'previous_hash',
        'hash',
      ],
    },
  );
