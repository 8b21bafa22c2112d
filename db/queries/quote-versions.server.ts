import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Template } from '#app/domain/quotes/repeat-orders.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { quoteVersionLines, quoteVersions } from '#db/schema/quotes.ts';

export type QuoteVersionLine = typeof quoteVersionLines.$inferSelect;
export type QuoteVersion = typeof quoteVersions.$inferSelect & { lines: QuoteVersionLine[] };

/** What a version says of repeat orders; null = it is ordered once. */
export const templateOf = ({
  templateTimes: times,
  templateUntil: until,
}: Pick<QuoteVersion, 'templateTimes' | 'templateUntil'>): Template | null =>
  times !== null && until !== null ? { times, until } : null;

async function withLines(
  db: DbOrTx,
  quoteId: string,
  rows: (typeof quoteVersions.$inferSelect)[],
): Promise<QuoteVersion[]> {
  if (rows.length === 0) return [];
  const lines = await db
    .select()
    .from(quoteVersionLines)
    .where(eq(quoteVersionLines.quoteId, quoteId))
    .orderBy(asc(quoteVersionLines.version), asc(quoteVersionLines.line));
  return rows.map((row) => ({ ...row, lines: lines.filter(({ version }) => version === row.version) }));
}

/** The versions the buyer was given, oldest first. One that waits for a manager is not among them. */
export async function readReleasedVersions(db: DbOrTx, p: { quoteId: string }): Promise<QuoteVersion[]> {
  const rows = await db
    .select()
    .from(quoteVersions)
    .where(and(eq(quoteVersions.quoteId, p.quoteId), isNotNull(quoteVersions.releasedAt)))
    .orderBy(asc(quoteVersions.version));
  return withLines(db, p.quoteId, rows);
}

/** Sellers only: every version that was ever written, oldest first. */
export async function readAllVersions(db: DbOrTx, p: { quoteId: string }): Promise<QuoteVersion[]> {
  const rows = await db
    .select()
    .from(quoteVersions)
    .where(eq(quoteVersions.quoteId, p.quoteId))
    .orderBy(asc(quoteVersions.version));
  return withLines(db, p.quoteId, rows);
}

export async function addVersion(
  tx: Tx,
  p: {
    version: typeof quoteVersions.$inferInsert;
    lines: readonly Omit<typeof quoteVersionLines.$inferInsert, 'quoteId' | 'version'>[];
  },
): Promise<void> {
  const { quoteId, version } = p.version;
  await tx.insert(quoteVersions).values(p.version);
  await tx.insert(quoteVersionLines).values(p.lines.map((line) => ({ ...line, quoteId, version })));
}

/** From now on the buyer sees it. */
export async function releaseVersion(tx: Tx, p: { quoteId: string; version: number; at: Date }): Promise<void> {
  await tx
    .update(quoteVersions)
    .set({ releasedAt: p.at })
    .where(
      and(eq(quoteVersions.quoteId, p.quoteId), eq(quoteVersions.version, p.version), isNull(quoteVersions.releasedAt)),
    );
}
