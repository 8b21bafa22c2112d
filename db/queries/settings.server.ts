import { and, desc, eq } from 'drizzle-orm';
import { newId } from '#app/integrations/ids.server.ts';
import { type SettingsDocuments, type SettingsKind, firstSettings } from '#app/domain/settings/shop-rules.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { persons } from '#db/schema/identity.ts';
import { settingsRevisions } from '#db/schema/settings.ts';

export type SettingsRevision<K extends SettingsKind = SettingsKind> = {
  /** 0: nothing was ever saved. */
  number: number;
  document: SettingsDocuments[K];
};

/** The document in force and its number. */
export async function readSettings<K extends SettingsKind>(
  db: DbOrTx,
  p: { kind: K; number?: number },
): Promise<SettingsRevision<K>> {
  if (p.number === 0) return { number: 0, document: firstSettings[p.kind] };
  const of = eq(settingsRevisions.kind, p.kind);
  const [row] = await db
    .select({ number: settingsRevisions.number, document: settingsRevisions.document })
    .from(settingsRevisions)
    .where(p.number === undefined ? of : and(of, eq(settingsRevisions.number, p.number)))
    .orderBy(desc(settingsRevisions.number))
    .limit(1);
  return row ? (row as SettingsRevision<K>) : { number: 0, document: firstSettings[p.kind] };
}

/** False when somebody else has taken that number. */
export async function addSettingsRevision(
  tx: Tx,
  p: {
    kind: SettingsKind;
    number: number;
    document: unknown;
    restores: number | null;
    changedBy: string;
    at: Date;
  },
): Promise<boolean> {
  const { at, ...revision } = p;
  const added = await tx
    .insert(settingsRevisions)
    .values({ ...revision, id: newId(at.getTime()), changedAt: at })
    .onConflictDoNothing()
    .returning({ id: settingsRevisions.id });
  return added.length > 0;
}

export type SettingsChange = {
  number: number;
  document: unknown;
  restores: number | null;
  changedAt: Date;
  changedBy: string | null;
};

/** The newest first. */
export async function listSettingsChanges(
  db: DbOrTx,
  p: { kind: SettingsKind; limit: number },
): Promise<SettingsChange[]> {
  return db
    .select({
      number: settingsRevisions.number,
      document: settingsRevisions.document,
      restores: settingsRevisions.restores,
      changedAt: settingsRevisions.changedAt,
      changedBy: persons.name,
    })
    .from(settingsRevisions)
    .leftJoin(persons, eq(persons.id, settingsRevisions.changedBy))
    .where(eq(settingsRevisions.kind, p.kind))
    .orderBy(desc(settingsRevisions.number))
    .limit(p.limit);
}

/** When each kind was last changed, and by whom. */
export async function listLatestChanges(
  db: DbOrTx,
): Promise<{ kind: SettingsKind; changedAt: Date; changedBy: string | null }[]> {
  return db
    .selectDistinctOn([settingsRevisions.kind], {
      kind: settingsRevisions.kind,
      changedAt: settingsRevisions.changedAt,
      changedBy: persons.name,
    })
    .from(settingsRevisions)
    .leftJoin(persons, eq(persons.id, settingsRevisions.changedBy))
    .orderBy(settingsRevisions.kind, desc(settingsRevisions.number));
}
