import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { documentChanges } from '#app/domain/settings/document-changes.ts';
import { type SettingsProblem, settingsProblem } from '#app/domain/settings/settings-problems.ts';
import type { SettingsDocuments, SettingsKind } from '#app/domain/settings/shop-rules.ts';
import { addSettingsRevision, readSettings } from '#db/queries/settings.server.ts';

export type SettingsEdit<K extends SettingsKind> = {
  actor: StaffActor;
  kind: K;
  /** The number the form was made from. */
  base: number;
  /** The part of the document the form shows, as anything that can be written as JSON. */
  part: (document: SettingsDocuments[K]) => unknown;
  change: (document: SettingsDocuments[K]) => SettingsDocuments[K];
};

/** Writes the next revision of a kind of settings; it counts from this moment. Somebody else's change to another part is
 *  kept; a change to the same part since the form was made is `stale_revision`, and nothing is saved. */
export async function changeSettings<K extends SettingsKind>(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { actor, kind, base, part, change }: SettingsEdit<K>,
): Promise<Outcome<{ number: number }, 'stale_revision' | SettingsProblem>> {
  return db.transaction(async (tx) => {
    const newest = await readSettings(tx, { kind });
    if (newest.number !== base) {
      const seen = await readSettings(tx, { kind, number: base });
      if (documentChanges(part(seen.document), part(newest.document)).length > 0) return refused('stale_revision');
    }
    const document = change(newest.document);
    const problem = settingsProblem(kind, document);
    if (problem) return refused(problem);
    const number = newest.number + 1;
    const next = { kind, number, document, restores: null, changedBy: actor.person, at: now() };
    return (await addSettingsRevision(tx, next)) ? ok({ number }) : refused('stale_revision');
  });
}

/** Takes an earlier document up again, as a change of its own. */
export async function restoreSettings(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: { actor: StaffActor; kind: SettingsKind; base: number; number: number },
): Promise<Outcome<{ number: number }, 'stale_revision' | 'not_found' | SettingsProblem>> {
  return db.transaction(async (tx) => {
    const newest = await readSettings(tx, { kind: p.kind });
    if (newest.number !== p.base) return refused('stale_revision');
    const earlier = await readSettings(tx, { kind: p.kind, number: p.number });
    if (earlier.number !== p.number) return refused('not_found');
    const problem = settingsProblem(p.kind, earlier.document);
    if (problem) return refused(problem);
    const next = {
      kind: p.kind,
      number: newest.number + 1,
      document: earlier.document,
      restores: p.number,
      changedBy: p.actor.person,
      at: now(),
    };
    return (await addSettingsRevision(tx, next)) ? ok({ number: next.number }) : refused('stale_revision');
  });
}
