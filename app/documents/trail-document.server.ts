import type { Locale } from '#app/domain/i18n/locales.ts';
import type { TrailVerdict } from '#app/domain/purchase-orders/trail.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { PrintedDocument } from './document';

/** One entry as people read it; `by` and `for` are names, or what stands for whoever was deleted. */
export type TrailRow = {
  readonly number: number;
  readonly at: string;
  readonly event: string;
  readonly by: string;
  readonly via: string;
  readonly revision: string;
  readonly total: string;
  readonly note: string;
  readonly hash: string;
};

export type TrailToPrint = {
  readonly locale: Locale;
  readonly company: string;
  readonly number: string;
  readonly rows: readonly TrailRow[];
  readonly verdict: TrailVerdict;
  readonly lastHash: string;
  readonly at: Date;
};

/** The trail of a purchase order on paper: who did what, through what, seeing which total, and the chain that holds it
 *  together. */
export function trailDocument(trail: TrailToPrint): PrintedDocument {
  const t = translator(trail.locale, 'purchaseOrders');
  const title = t('trailTitle', { number: trail.number });
  const { verdict } = trail;
  return {
    locale: trail.locale,
    title,
    author: 'Tradepost',
    at: trail.at,
    runningTitle: title,
    footer: [`SHA-256 ${trail.lastHash}`],
    blocks: [
      { kind: 'title', text: title },
      {
        kind: 'facts',
        facts: [
          { label: t('trailCompany'), value: trail.company },
          { label: t('trailEntries'), value: String(trail.rows.length) },
          {
            label: t('trailState'),
            value: verdict.isIntact ? t('trailIntact') : t('trailBroken', { entry: verdict.number }),
          },
        ],
      },
      { kind: 'text', text: t('trailHow'), tone: 'muted' },
      {
        kind: 'table',
        columns: [
          { title: t('trailNumber'), share: 0.5, align: 'end' },
          { title: t('trailAt'), share: 1.6 },
          { title: t('trailEvent'), share: 2 },
          { title: t('trailBy'), share: 2 },
          { title: t('trailSeen'), share: 1.6, align: 'end' },
          { title: t('trailHash'), share: 1.3 },
        ],
        rows: trail.rows.map((row) => [
          String(row.number),
          row.at,
          [row.event, row.note].filter(Boolean).join(': '),
          [row.by, row.via].filter(Boolean).join(', '),
          [row.total, row.revision && t('trailRevision', { revision: row.revision })].filter(Boolean).join(', '),
          row.hash.slice(0, 12),
        ]),
      },
    ],
  };
}
