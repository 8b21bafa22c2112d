import { and, desc, eq } from 'drizzle-orm';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { companies } from '#db/schema/companies.ts';
import { creditLimitChanges } from '#db/schema/invoices.ts';
import { persons } from '#db/schema/identity.ts';
import { holdsWords } from './holds-words';
import { companiesInScope } from './company-portfolio.server';

export type CreditLimitChange = typeof creditLimitChanges.$inferSelect;

/** False where one of the company waits already. */
export async function addCreditLimitChange(tx: Tx, p: typeof creditLimitChanges.$inferInsert): Promise<boolean> {
  const added = await tx
    .insert(creditLimitChanges)
    .values(p)
    .onConflictDoNothing()
    .returning({ id: creditLimitChanges.id });
  return added.length > 0;
}

export async function findCreditLimitChange(db: DbOrTx, p: { id: string }): Promise<CreditLimitChange | null> {
  const [row] = await db.select().from(creditLimitChanges).where(eq(creditLimitChanges.id, p.id));
  return row ?? null;
}

/** False unless it waits. */
export async function closeCreditLimitChange(
  tx: Tx,
  p: { id: string; as: 'approved' | 'rejected' | 'withdrawn' | 'expired'; answer: string; at: Date },
): Promise<boolean> {
  const closed = await tx
    .update(creditLimitChanges)
    .set({ status: p.as, answer: p.answer, closedAt: p.at })
    .where(and(eq(creditLimitChanges.id, p.id), eq(creditLimitChanges.status, 'waiting')))
    .returning({ id: creditLimitChanges.id });
  return closed.length > 0;
}

export type NamedCreditLimitChange = CreditLimitChange & { proposedByName: string };

/** The newest first. Whoever asks may see the company's account. */
export async function listCreditLimitChanges(
  db: DbOrTx,
  p: { companyId: string; limit: number },
): Promise<NamedCreditLimitChange[]> {
  const rows = await db
    .select({ change: creditLimitChanges, proposedByName: persons.name })
    .from(creditLimitChanges)
    .innerJoin(persons, eq(persons.id, creditLimitChanges.proposedBy))
    .where(eq(creditLimitChanges.companyId, p.companyId))
    .orderBy(desc(creditLimitChanges.createdAt), desc(creditLimitChanges.id))
    .limit(p.limit);
  return rows.map(({ change, proposedByName }) => ({ ...change, proposedByName }));
}

/** What waits in a scope, the longest first. */
export async function listWaitingCreditLimits(
  db: DbOrTx,
  p: { scope: CompanyScope; words?: string | undefined; limit: number },
): Promise<{ slug: string; name: string; proposedBy: string; createdAt: Date }[]> {
  return db
    .select({
      slug: companies.slug,
      name: companies.name,
      proposedBy: creditLimitChanges.proposedBy,
      createdAt: creditLimitChanges.createdAt,
    })
    .from(creditLimitChanges)
    .innerJoin(companies, eq(companies.id, creditLimitChanges.companyId))
    .where(
      and(companiesInScope(p.scope), holdsWords(p.words, companies.name), eq(creditLimitChanges.status, 'waiting')),
    )
    .orderBy(creditLimitChanges.createdAt, creditLimitChanges.id)
    .limit(p.limit);
}
