import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { movedCategories, reorderedSiblings, slugOf } from '#app/domain/catalog/category-tree.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { refreshCategorySearch } from '#app/jobs/catalog.ts';
import { enqueueAll } from '#app/jobs/enqueue.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockCategories } from '#db/locks.server.ts';
import {
  type CategoryChange,
  type KeptCategory,
  addCategoryChange,
  isCategoryNeeded,
  isNamedByRule,
  listCategoryChanges,
  listKeptCategories,
  readTreeVersion,
  writeCategories,
} from '#db/queries/category-edits.server.ts';

export type CategoryAct =
  | { kind: 'make'; slug: string; parentId: string | null; name: Record<string, string> }
  | {
      kind: 'change';
      id: string;
      slug: string;
      parentId: string | null;
      name: Record<string, string>;
      description: Record<string, string>;
    }
  | { kind: 'place'; id: string; by: -1 | 1 }
  | { kind: 'remove'; id: string };

export type CategoryRefusal =
  'stale_revision' | 'not_found' | 'category_taken' | 'category_loop' | 'category_not_empty' | 'category_in_rule';

type Decided = Outcome<CategoryChange[], CategoryRefusal>;

/** One change of the tree by hand. A form made from an older tree changes nothing. */
export async function editCategories(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: { actor: StaffActor; base: number; act: CategoryAct },
): Promise<Outcome<{ version: number }, CategoryRefusal>> {
  return db.transaction(async (tx) => {
    await lockCategories(tx);
    if ((await readTreeVersion(tx)) !== p.base) return refused('stale_revision');
    const decided = await decide(tx, await listKeptCategories(tx), p.act, now());
    return decided.ok ? store(tx, { ...p, changes: decided.value, at: now() }) : decided;
  });
}

/** The newest change is taken back, as a change of its own. What was made since and is in use stays. */
export async function undoCategoryChange(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: { actor: StaffActor; base: number },
): Promise<Outcome<{ version: number }, CategoryRefusal | 'nothing_to_undo'>> {
  return db.transaction(async (tx) => {
    await lockCategories(tx);
    const [newest] = await listCategoryChanges(tx, { limit: 1 });
    if (!newest) return refused('nothing_to_undo');
    if (newest.number !== p.base) return refused('stale_revision');
    const tree = await listKeptCategories(tx);
    const standing = new Map(tree.map((one) => [one.id, one]));
    const back = newest.changes.map(({ before, after }) => ({
      before: after && (standing.get(after.id) ?? null),
      after: before,
    }));
    for (const { before, after } of back)
      if (before && !after && (await isCategoryNeeded(tx, { id: before.id }))) return refused('category_not_empty');
    const isOrphan = ({ after }: CategoryChange) =>
      after?.parentId && !standing.has(after.parentId) && !back.some((one) => one.after?.id === after.parentId);
    if (back.some(isOrphan)) return refused('not_found');
    const checked = await checkPaths(tx, tree, back);
    return checked.ok ? store(tx, { ...p, changes: back, at: now() }) : checked;
  });
}

async function decide(tx: Tx, tree: readonly KeptCategory[], act: CategoryAct, at: Date): Promise<Decided> {
  const parentIsMissing = 'parentId' in act && act.parentId && !tree.some(({ id }) => id === act.parentId);
  if (parentIsMissing) return refused('not_found');
  if (act.kind === 'make') {
    const { slug, parentId, name } = act;
    const parent = tree.find(({ id }) => id === parentId);
    const position = Math.max(-1, ...tree.filter((one) => one.parentId === parentId).map((one) => one.position)) + 1;
    const path = parent ? `${parent.path}/${slug}` : slug;
    const made = { id: newId(at.getTime()), path, parentId, name, description: {}, picture: null, position };
    return checkPaths(tx, tree, [{ before: null, after: made }]);
  }
  const before = tree.find(({ id }) => id === act.id);
  if (!before) return refused('not_found');
  const against = (after: readonly KeptCategory[]): CategoryChange[] =>
    after.map((one) => ({ before: tree.find(({ id }) => id === one.id) ?? null, after: one }));
  if (act.kind === 'place') return ok(against(reorderedSiblings(tree, act)));
  if (act.kind === 'remove') {
    if (await isCategoryNeeded(tx, { id: act.id })) return refused('category_not_empty');
    if (await isNamedByRule(tx, { paths: [before.path] })) return refused('category_in_rule');
    return ok([{ before, after: null }]);
  }
  const isMoved = act.slug !== slugOf(before.path) || act.parentId !== before.parentId;
  const moved = isMoved ? movedCategories(tree, act) : [before];
  if (!moved) return refused('category_loop');
  const { name, description } = act;
  return checkPaths(tx, tree, against(moved.map((one) => (one.id === act.id ? { ...one, name, description } : one))));
}

/** No two at one address, and no approval rule left naming an address that is gone. */
async function checkPaths(tx: Tx, tree: readonly KeptCategory[], changes: CategoryChange[]): Promise<Decided> {
  const touched = new Set(changes.flatMap(({ before }) => before?.id ?? []));
  const taken = new Set(tree.flatMap(({ id, path }) => (touched.has(id) ? [] : path)));
  if (changes.some(({ after }) => after && taken.has(after.path))) return refused('category_taken');
  const left = changes.flatMap(({ before, after }) => (before && before.path !== after?.path ? before.path : []));
  if (left.length > 0 && (await isNamedByRule(tx, { paths: left }))) return refused('category_in_rule');
  return ok(changes);
}

async function store(
  tx: Tx,
  p: { actor: StaffActor; base: number; changes: CategoryChange[]; at: Date },
): Promise<Outcome<{ version: number }, 'stale_revision'>> {
  const changes = p.changes.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
  if (changes.length === 0) return ok({ version: p.base });
  await writeCategories(tx, { changes, at: p.at });
  const renamed = changes.flatMap(({ before, after }) =>
    before && after && JSON.stringify(before.name) !== JSON.stringify(after.name) ? [{ categoryId: after.id }] : [],
  );
  await enqueueAll(tx, refreshCategorySearch, renamed);
  const version = p.base + 1;
  const told = { number: version, changes, personId: p.actor.person, at: p.at };
  return (await addCategoryChange(tx, told)) ? ok({ version }) : refused('stale_revision');
}
