import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Db, Tx } from '#db/client.server.ts';
import { lockPriceList } from '#db/locks.server.ts';
import { addRevision, findStandardList, savePriceList } from '#db/queries/price-lists.server.ts';
import { approveStaged, carryOverEntries, stagePrices } from '#db/queries/standard-prices.server.ts';
import type { PriceChange } from './import-batch.server';

/** Public prices that changed, gathered in one draft revision per currency; they become everyone's price at one instant. */
export type StagedPrices = Map<CurrencyCode, { revisionId: string; listId: string; code: string }>;

/** A draft for every currency among the changes, made where there is none yet, and the prices in it. */
export async function stage(
  tx: Tx,
  p: { staged: StagedPrices; changes: readonly PriceChange[]; personId: string | null; at: Date },
): Promise<void> {
  for (const currency of new Set(p.changes.map((change) => change.currency))) {
    const draft = p.staged.get(currency) ?? (await openDraft(tx, { currency, personId: p.personId, at: p.at }));
    p.staged.set(currency, draft);
    const prices = p.changes.flatMap((change) =>
      change.currency === currency && change.unitPrice !== null
        ? [{ id: newId(), sku: change.sku, unitPrice: change.unitPrice }]
        : [],
    );
    await stagePrices(tx, { revisionId: draft.revisionId, prices });
  }
}

async function openDraft(tx: Tx, p: { currency: CurrencyCode; personId: string | null; at: Date }) {
  const known = await findStandardList(tx, { currency: p.currency });
  const code = known?.code ?? `STANDARD-${p.currency}`;
  const list =
    (await lockPriceList(tx, { code })) ?? (await makeStandardList(tx, { code, currency: p.currency, at: p.at }));
  const { kind, currency, priority, options, termDiscounts } = list;
  const { id } = await addRevision(tx, {
    revision: {
      ...{ listId: list.id, status: 'draft', startsAt: p.at, createdBy: p.personId, createdAt: p.at },
      ...{ kind, currency, priority, options, termDiscounts },
    },
    entries: [],
  });
  return { revisionId: id, listId: list.id, code };
}

async function makeStandardList(tx: Tx, p: { code: string; currency: CurrencyCode; at: Date }) {
  const saved = await savePriceList(tx, {
    ...{ code: p.code, name: `Standard ${p.currency}`, kind: 'standard', currency: p.currency, createdAt: p.at },
    ...{ companyId: null, unitId: null, segment: null, priority: 100, options: [], termDiscounts: {} },
  });
  if (!saved) throw new Error(`${p.currency} has another standard list`);
  return saved.list;
}

/** Every draft takes over what is in force besides, and is approved. The list is locked: nobody's revision gets lost. */
export async function publish(db: Db, p: { staged: StagedPrices; at: Date }): Promise<void> {
  if (p.staged.size === 0) return;
  await db.transaction((tx) => publishWithin(tx, p));
}

/** The same beside other writes. */
export async function publishWithin(tx: Tx, p: { staged: StagedPrices; at: Date; via?: string }): Promise<void> {
  for (const { revisionId, listId, code } of [...p.staged.values()].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    await lockPriceList(tx, { code });
    await carryOverEntries(tx, { listId, revisionId, at: p.at });
    await approveStaged(tx, { revisionId, via: p.via ?? 'catalog_import', at: p.at });
  }
}
