import { type AnyColumn, type SQL, or, sql } from 'drizzle-orm';

/** The pattern of what holds these words, whatever signs are in them. */
export const holding = (words: string): string => `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** One of these columns holds the words, in capitals or not; no condition where there are none. */
export const holdsWords = (words: string | undefined, ...columns: readonly (AnyColumn | SQL)[]): SQL | undefined => {
  if (!words) return undefined;
  const pattern = holding(words);
  return or(...columns.map((column) => sql`${column} ilike ${pattern}`));
};
