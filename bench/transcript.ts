import postgres from 'postgres';

export type Statement = { text: string; parameters: unknown[] };
/** What one act of the shop sent to the database, in order. */
export type Transcript = Statement[];

/** The same statements again on a database in the same state, and nothing else: what the database alone can do. Each
 *  act is one transaction of prepared statements. */
export function replay(url: string, connections: number) {
  const sql = postgres(url, {
    max: connections,
    onnotice: () => {},
    types: { date: asIs(1184, [1082, 1083, 1114, 1184]), json: asIs(114, [114]), jsonb: asIs(3802, [3802]) },
  });
  return {
    act: (transcript: Transcript): Promise<unknown> =>
      sql.begin(async (tx) => {
        for (const { text, parameters } of transcript)
          await tx.unsafe(text, parameters as never[], { prepare: parameters.length > 0 });
      }),
    close: () => sql.end({ timeout: 5 }),
  };
}

/** Instants and JSON were written as text before, and go as they are. */
const asIs = (to: number, from: number[]) => ({
  to,
  from,
  serialize: (value: unknown) => value,
  parse: (value: unknown) => value,
});
