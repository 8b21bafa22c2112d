import type { Deps } from '#app/deps.server.ts';
import { type LineConfiguration, nextLine, plainConfiguration, thingKey } from '#app/domain/cart/cart.ts';
import { add, toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import {
  type ListReader,
  type ListedArticle,
  type ShoppingList,
  type ShoppingListLine,
  addShoppingList,
  changeShoppingList,
  findShoppingList,
  listShoppingLists,
  putListLines,
  readListLines,
  removeListLines,
  removeShoppingList,
} from '#db/queries/shopping-lists.server.ts';
import { readVariantsToOrder } from '#db/queries/variants-to-order.server.ts';

export const mostLists = 200;
export const mostListLines = 1_000;

type ListDeps = Pick<Deps, 'db' | 'now'>;
/** Whoever changes lists, and the unit they buy for; null for a consumer. */
export type ListKeeper = { readonly reader: ListReader; readonly unitId: string | null };
export type ListEntry = {
  readonly sku: string;
  readonly quantity: string;
  readonly configuration: LineConfiguration;
  readonly parLevel?: string | null;
};

/** A new list with its first articles; shared with everybody of the unit, or the keeper's own. */
export async function createList(
  { db, now }: ListDeps,
  p: ListKeeper & { name: string; isShared: boolean; entries: readonly ListEntry[] },
): Promise<Outcome<{ id: string }, 'too_many_lists' | 'too_many_rows' | 'unknown_sku'>> {
  const at = now();
  return db.transaction(async (tx) => {
    const { reader, unitId } = p;
    if ((await listShoppingLists(tx, { reader, limit: mostLists })).length >= mostLists)
      return refused('too_many_lists');
    const variants = await readVariantsToOrder(tx, { skus: p.entries.map(({ sku }) => sku) });
    if (p.entries.some(({ sku }) => !variants.has(sku))) return refused('unknown_sku');
    if (p.entries.length > mostListLines) return refused('too_many_rows', { most: mostListLines });
    const id = newId(at.getTime());
    await addShoppingList(tx, {
      id,
      name: p.name,
      ownerId: p.isShared && unitId ? null : reader.personId,
      companyId: reader.kind === 'member' ? reader.companyId : null,
      unitId,
      createdBy: reader.personId,
      createdAt: at,
      changedAt: at,
    });
    await put(tx, { listId: id, before: [], entries: p.entries, variants });
    return ok({ id });
  });
}

type Change<Value, Refusal extends string> = (tx: Tx, list: ShoppingList, at: Date) => Promise<Outcome<Value, Refusal>>;

/** One change of a list under its lock, which raises its version. */
export async function changingList<Value, Refusal extends string = never>(
  { db, now }: ListDeps,
  p: { reader: ListReader; id: string; version: number | null },
  change: Change<Value, Refusal>,
): Promise<Outcome<Value, Refusal | 'not_found' | 'stale_revision'>> {
  return db.transaction(async (tx) => {
    const list = await findShoppingList(tx, { reader: p.reader, id: p.id, lock: true });
    if (!list) return refused('not_found');
    if (p.version !== null && p.version !== list.version) return refused('stale_revision');
    const at = now();
    const done = await change(tx, list, at);
    if (done.ok) await changeShoppingList(tx, { id: list.id, set: {}, at });
    return done;
  });
}

/** Puts articles on a list, each as it was configured; one that is on it has the new quantity and keeps its level. What is
 *  named twice at once is wanted together. */
export const addToList = (
  deps: ListDeps,
  p: { reader: ListReader; id: string; entries: readonly ListEntry[] },
): Promise<Outcome<null, 'not_found' | 'stale_revision' | 'unknown_sku' | 'too_many_rows'>> =>
  changingList(deps, { ...p, version: null }, async (tx, list) => {
    const variants = await readVariantsToOrder(tx, { skus: p.entries.map(({ sku }) => sku) });
    if (p.entries.some(({ sku }) => !variants.has(sku))) return refused('unknown_sku');
    const before = await readListLines(tx, { listId: list.id });
    if (before.length + p.entries.length > mostListLines) return refused('too_many_rows', { most: mostListLines });
    await put(tx, { listId: list.id, before, entries: p.entries, variants });
    return ok(null);
  });

/** On a list there is, or on a new one of one's own: whoever typed a name means a new one. */
export async function keepOnList(
  deps: ListDeps,
  p: ListKeeper & { list: string; name: string | undefined; entries: readonly ListEntry[] },
): Promise<
  Outcome<{ id: string }, 'not_found' | 'stale_revision' | 'unknown_sku' | 'too_many_rows' | 'too_many_lists'>
> {
  const { list, name, ...keeper } = p;
  if (name || !list) return createList(deps, { ...keeper, name: name ?? '', isShared: false });
  const added = await addToList(deps, { ...keeper, id: list });
  return added.ok ? ok({ id: list }) : added;
}

async function put(
  tx: Tx,
  p: {
    listId: string;
    before: readonly ListedArticle[];
    entries: readonly ListEntry[];
    variants: Awaited<ReturnType<typeof readVariantsToOrder>>;
  },
): Promise<void> {
  const known = new Map(p.before.map((line) => [thingKey(line), line]));
  const lines = new Map<string, ShoppingListLine>();
  let next = nextLine(p.before);
  for (const entry of p.entries) {
    const variantId = p.variants.get(entry.sku)?.id ?? '';
    const configuration = plainConfiguration(entry.configuration);
    const key = thingKey({ variantId, configuration });
    const before = lines.get(key) ?? known.get(key);
    const sum = lines.has(key) && before ? add(toExact(before.quantity), toExact(entry.quantity)) : null;
    lines.set(key, {
      listId: p.listId,
      line: before?.line ?? next++,
      variantId,
      configuration,
      quantity: sum ? toDecimalString(sum, 6) : entry.quantity,
      parLevel: entry.parLevel === undefined ? (before?.parLevel ?? null) : entry.parLevel,
      leftOver: before?.leftOver ?? null,
    });
  }
  await putListLines(tx, { lines: [...lines.values()] });
}

export type ListLevels = {
  readonly line: number;
  readonly quantity: string;
  readonly parLevel: string | null;
  readonly leftOver: string | null;
};

/** What is kept, counted and ordered of each line, as one form says; somebody else's change since is not overwritten. */
export const saveLevels = (
  deps: ListDeps,
  p: { reader: ListReader; id: string; version: number; levels: readonly ListLevels[] },
): Promise<Outcome<null, 'not_found' | 'stale_revision'>> =>
  changingList(deps, p, async (tx, list) => {
    const before = await readListLines(tx, { listId: list.id });
    const said = new Map(p.levels.map((each) => [each.line, each]));
    const lines = before.flatMap(({ line, variantId, configuration }) => {
      const levels = said.get(line);
      return levels ? [{ ...levels, listId: list.id, variantId, configuration }] : [];
    });
    await putListLines(tx, { lines });
    return ok(null);
  });

export const takeOffList = (
  deps: ListDeps,
  p: { reader: ListReader; id: string; line: number },
): Promise<Outcome<null, 'not_found' | 'stale_revision'>> =>
  changingList(deps, { ...p, version: null }, async (tx, list) => {
    await removeListLines(tx, { listId: list.id, lines: [p.line] });
    return ok(null);
  });

/** Another name, and whether everybody of the unit has it. A shared list is given back to one's own by whoever does it. */
export const nameList = (
  deps: ListDeps,
  p: ListKeeper & { id: string; name: string; isShared: boolean },
): Promise<Outcome<null, 'not_found' | 'stale_revision'>> =>
  changingList(deps, { ...p, version: null }, async (tx, list, at) => {
    const unitId = list.unitId ?? p.unitId;
    const ownerId = p.isShared && unitId ? null : (list.ownerId ?? p.reader.personId);
    await changeShoppingList(tx, { id: list.id, set: { name: p.name, ownerId, unitId }, at });
    return ok(null);
  });

export const removeList = (
  deps: ListDeps,
  p: { reader: ListReader; id: string },
): Promise<Outcome<null, 'not_found' | 'stale_revision'>> =>
  changingList(deps, { ...p, version: null }, async (tx, list) => {
    await removeShoppingList(tx, { id: list.id });
    return ok(null);
  });
