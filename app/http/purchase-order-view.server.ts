import type { Actor } from '#app/domain/access/actor.ts';
import { mayDecide } from '#app/domain/approvals/who-may-decide.ts';
import { addressLines } from '#app/domain/checkout/address-lines.ts';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import { countryName } from '#app/domain/i18n/names.ts';
import { formatMoney, formatUnitPrice } from '#app/domain/money/format-money.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { money } from '#app/domain/money/money.ts';
import {
  type PurchaseOrderStatus,
  approvalState,
  mayBeCancelled,
  mayBeEdited,
  mayBeSubmitted,
} from '#app/domain/purchase-orders/lifecycle.ts';
import { mayChangeAttachments } from '#app/domain/purchase-orders/revision.ts';
import type { ChainedEntry } from '#app/domain/purchase-orders/trail.ts';
import { failureReason } from '#app/messages/failure-reason.server.ts';
import type { NamedPerson } from '#db/queries/directory.server.ts';
import type { PurchaseOrderComment } from '#db/queries/purchase-order-comments.server.ts';
import type { PurchaseOrder } from '#db/queries/purchase-orders.server.ts';
import { needsSecondFactor } from '#app/use-cases/purchase-orders/decide-on-purchase-order.server.ts';
import type { PurchaseOrderSeen } from '#app/use-cases/purchase-orders/read-purchase-order.server.ts';

export const nameOf = (people: ReadonlyMap<string, NamedPerson>, id: string): string | null => {
  const found = people.get(id);
  return found ? found.name || found.email : null;
};

/** One row of a list of purchase orders, in the reader's language. */
export function purchaseOrderRow(order: PurchaseOrder, locale: Locale) {
  const { formats } = locales[locale];
  return {
    id: order.id,
    number: order.number,
    unit: order.unit.name,
    status: order.status,
    total: formatMoney(money(order.totalMinor, order.currency), formats),
    createdAt: order.createdAt.toISOString(),
    created: formatInstant(order.createdAt, formats, order.company.timeZone),
  };
}
export type PurchaseOrderRow = ReturnType<typeof purchaseOrderRow>;

/** What may be done with it by whoever looks: the same rules guard the writes. */
export function mayDo(
  seen: PurchaseOrderSeen,
  p: { actor: Actor; mayOrder: boolean; mayEdit: boolean; hasSecondFactor: boolean; at: Date },
) {
  const { order, stored, progress, directory, decisions } = seen;
  const verdict =
    stored && progress && directory
      ? mayDecide(
          {
            document: stored.facts,
            revision: order.revision,
            policy: stored.policy,
            openings: stored.openings,
            decisions,
            directory,
          },
          { state: approvalState(order.status), actor: p.actor.person, revision: order.revision, at: p.at },
          progress,
        )
      : null;
  const onThisRevision = decisions.filter(({ revision }) => revision === order.revision).length;
  return {
    attach: p.mayEdit && mayChangeAttachments(order.status, onThisRevision).ok,
    edit: p.mayEdit && mayBeEdited(order.status),
    submit: p.mayOrder && mayBeSubmitted(order.status),
    cancel: p.mayOrder && mayBeCancelled(order.status),
    decide: verdict?.ok
      ? { for: verdict.value.for && nameOf(seen.people, verdict.value.for), code: codeFor(order, p.hasSecondFactor) }
      : null,
  };
}

const codeFor = (order: PurchaseOrder, hasSecondFactor: boolean): 'none' | 'ask' | 'enrol' =>
  needsSecondFactor(order) ? (hasSecondFactor ? 'ask' : 'enrol') : 'none';

/** The document as its page shows it. */
export function purchaseOrderView(seen: PurchaseOrderSeen, locale: Locale) {
  const { order, lines, progress, people } = seen;
  const { formats } = locales[locale];
  const amount = (minor: bigint) => formatMoney(money(minor, order.currency), formats);
  return {
    id: order.id,
    number: order.number,
    status: order.status as PurchaseOrderStatus,
    revision: order.revision,
    unit: order.unit.name,
    requestedBy: order.requesters.map((id) => nameOf(people, id)),
    costCentre: order.costCentre,
    terms: order.terms,
    notes: order.notes,
    deliveryOn: order.deliveryOn,
    failure: order.failureCode && failureReason(locale, order.failureCode),
    shipTo: order.shipTo ? addressLines(order.shipTo, countryName(order.shipTo.country, formats)) : [],
    orderId: order.orderId,
    lines: lines.map((line) => ({
      line: line.line,
      sku: line.sku,
      title: line.title,
      quantity: formatQuantity(toExact(line.quantity), formats),
      unitPrice: line.unitPrice === null ? '' : formatUnitPrice(toExact(line.unitPrice), order.currency, formats),
      total: amount(line.lineTotalMinor),
    })),
    total: amount(order.totalMinor),
    freight: amount(order.freightMinor),
    tax: amount(order.taxMinor),
    payable: amount(order.payableMinor),
    overBudget:
      order.overBudgetMinor > 0n ? formatMoney(money(order.overBudgetMinor, order.company.currency), formats) : null,
    waitsFor: (progress?.waitingFor ?? []).map(({ rule, level, group, needed, people: asked, since }) => ({
      key: `${rule} ${level} ${group}`,
      rule,
      needed,
      people: asked.map((id) => nameOf(people, id) ?? ''),
      since: formatInstant(since, formats, order.company.timeZone),
    })),
  };
}

/** The trail as its timeline shows it: names for ids, the reason where there is one. */
export function trailView(
  entries: readonly ChainedEntry[],
  people: ReadonlyMap<string, NamedPerson>,
  p: { locale: Locale; timeZone: string },
) {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  return entries.map(({ number, event, at, facts }) => ({
    number,
    event,
    at: at.toISOString(),
    atText: formatInstant(at, locales[p.locale].formats, p.timeZone),
    byId: text(facts.by),
    by: text(facts.by) && nameOf(people, text(facts.by) ?? ''),
    for: text(facts.for) && nameOf(people, text(facts.for) ?? ''),
    reason: text(facts.reason),
  }));
}

/** What people said, as its page shows it. */
export const commentViews = (
  comments: readonly PurchaseOrderComment[],
  people: ReadonlyMap<string, NamedPerson>,
  p: { locale: Locale; timeZone: string },
) =>
  comments.map(({ id, personId, body, at }) => ({
    id,
    by: nameOf(people, personId),
    at: at.toISOString(),
    atText: formatInstant(at, locales[p.locale].formats, p.timeZone),
    body,
  }));

/** Everyone a trail names. */
export const peopleInTrail = (entries: readonly ChainedEntry[]): string[] =>
  entries.flatMap(({ facts }) => [facts.by, facts.for].filter((id): id is string => typeof id === 'string'));
