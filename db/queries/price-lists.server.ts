import { and, eq, ne, sql } from 'drizzle-orm';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { companies, units } from '#db/schema/companies.ts';
import { priceListRevisions, priceLists } from '#db/schema/pricing.ts';
import { newId } from '#app/integrations/ids.server.ts';

export type PriceListRow = typeof priceLists.$inferSelect;

/** Null when there is no such list. Sellers only: no scope narrows it. */
export async function findPriceList(db: DbOrTx, p: { code: string }): Promise<PriceListRow | null> {
  const [row] = await db.select().from(priceLists).where(eq(priceLists.code, p.code));
  return row ?? null;
}

export type CompanyUnit = { companyId: string; unitId: string };

/** A unit by its company's slug and its own; the company's topmost where none is named. Null when either is unknown. */
export async function findCompanyUnit(
  db: DbOrTx,
  p: { company: string; unit: string | null },
): Promise<CompanyUnit | null> {
  const [row] = await db
    .select({ companyId: companies.id, unitId: units.id })
    .from(companies)
    .innerJoin(units, eq(units.companyId, companies.id))
    .where(and(eq(companies.slug, p.company), p.unit ? eq(units.slug, p.unit) : sql`${units.parentId} is null`))
    .orderBy(units.createdAt, units.id)
    .limit(1);
  return row ?? null;
}

/** The list as it is after the save, and whether it was new; its code decides which it is. Null when another list is the
 *  standard one of its currency. */
export async function savePriceList(
  tx: Tx,
  p: Omit<PriceListRow, 'id' | 'version'>,
): Promise<{ list: PriceListRow; wasCreated: boolean } | null> {
  if (p.kind === 'standard') {
    const [other] = await tx
      .select({ id: priceLists.id })
      .from(priceLists)
      .where(and(eq(priceLists.kind, 'standard'), eq(priceLists.currency, p.currency), ne(priceLists.code, p.code)));
    if (other) return null;
  }
  const [list] = await tx
    .insert(priceLists)
    .values({ ...p, id: newId() })
    .onConflictDoUpdate({
      target: priceLists.code,
      set: {
        name: p.name,
        companyId: p.companyId,
        unitId: p.unitId,
        segment: p.segment,
        priority: p.priority,
        options: p.options,
        termDiscounts: p.termDiscounts,
        version: sql`${priceLists.version} + 1`,
      },
    })
    .returning();
  if (!list) throw new Error(`price list ${p.code} was not saved`);
  return { list, wasCreated: list.version === 1 };
}

export type NewRevision = Omit<typeof priceListRevisions.$inferInsert, 'id' | 'number' | 'version'>;
export type EntryRow = {
  targetKind: 'variant' | 'product' | 'category' | 'everything';
  targetId: string;
  optionKind: 'none' | 'plan' | 'module';
  optionCode: string;
  minQuantity: string;
  unitPrice: string | null;
  percentOff: string | null;
};

/** The next revision of a list with its entries; the list's row is locked by the caller, so numbers have no gaps. */
export async function addRevision(
  tx: Tx,
  p: { revision: NewRevision; entries: readonly EntryRow[] },
): Promise<{ id: string; number: number }> {
  const id = newId();
  const [made] = await tx
    .insert(priceListRevisions)
    .values({
      ...p.revision,
      id,
      number: sql`(select coalesce(max(number), 0) + 1 from price_list_revisions where list_id = ${p.revision.listId})`,
    })
    .returning({ number: priceListRevisions.number });
  await addEntries(tx, { revisionId: id, entries: p.entries });
  return { id, number: made?.number ?? 0 };
}

/** One statement for any number of entries. */
export async function addEntries(tx: Tx, p: { revisionId: string; entries: readonly EntryRow[] }): Promise<void> {
  if (p.entries.length === 0) return;
  const column = <K extends keyof EntryRow>(name: K) => sql.param(p.entries.map((entry) => entry[name]));
  await tx.execute(sql`
    insert into price_entries
      (id, revision_id, target_kind, target_id, option_kind, option_code, min_quantity, unit_price, percent_off)
    select id, ${p.revisionId}, target_kind, target_id, option_kind, option_code, min_quantity, unit_price, percent_off
    from unnest(${sql.param(p.entries.map(() => newId()))}::uuid[], ${column('targetKind')}::text[],
      ${column('targetId')}::uuid[], ${column('optionKind')}::text[], ${column('optionCode')}::text[],
      ${column('minQuantity')}::text[]::numeric[], ${column('unitPrice')}::text[]::numeric[], ${column('percentOff')}::text[]::numeric[])
      as e (id, target_kind, target_id, option_kind, option_code, min_quantity, unit_price, percent_off)`);
}

/** A company's topmost unit. Null when it has none yet. */
export async function findRootUnit(db: DbOrTx, p: { companyId: string }): Promise<CompanyUnit | null> {
  const [row] = await db
    .select({ companyId: units.companyId, unitId: units.id })
    .from(units)
    .where(and(eq(units.companyId, p.companyId), sql`${units.parentId} is null`))
    .orderBy(units.createdAt, units.id)
    .limit(1);
  return row ?? null;
}

/** The public list of a currency. Null when nothing is sold in it yet. */
export async function findStandardList(db: DbOrTx, p: { currency: CurrencyCode }): Promise<PriceListRow | null> {
  const [row] = await db
    .select()
    .from(priceLists)
    .where(and(eq(priceLists.kind, 'standard'), eq(priceLists.currency, p.currency)));
  return row ?? null;
}
