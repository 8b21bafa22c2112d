export type CategoryPlace = { id: string; path: string; parentId: string | null; position: number };

export const slugOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export const isAtOrBelow = (path: string, top: string): boolean => path === top || path.startsWith(`${top}/`);

/** Where a category and everything below it stand once it has another slug or parent; in the order given. Null when it
 *  would hang below itself. */
export function movedCategories<C extends CategoryPlace>(
  tree: readonly C[],
  p: { id: string; slug: string; parentId: string | null },
): C[] | null {
  const moved = tree.find(({ id }) => id === p.id);
  const parent = tree.find(({ id }) => id === p.parentId);
  if (!moved || (p.parentId !== null && !parent)) return [];
  if (parent && isAtOrBelow(parent.path, moved.path)) return null;
  const path = parent ? `${parent.path}/${p.slug}` : p.slug;
  return tree
    .filter((one) => isAtOrBelow(one.path, moved.path))
    .map((one) => ({
      ...one,
      path: path + one.path.slice(moved.path.length),
      parentId: one.id === moved.id ? p.parentId : one.parentId,
    }));
}

/** The siblings whose place changes when a category goes one up (-1) or down (1); none at either end. */
export function reorderedSiblings<C extends CategoryPlace>(tree: readonly C[], p: { id: string; by: -1 | 1 }): C[] {
  const self = tree.find(({ id }) => id === p.id);
  const siblings = tree.filter(({ parentId }) => parentId === self?.parentId);
  const from = siblings.findIndex(({ id }) => id === p.id);
  const other = siblings[from + p.by];
  if (!self || !other) return [];
  siblings[from + p.by] = self;
  siblings[from] = other;
  return siblings
    .map((one, position) => ({ ...one, position }))
    .filter((one) => tree.find(({ id }) => id === one.id)?.position !== one.position);
}

/** The tree as it is read: every category followed by what is below it, siblings in their order. */
export function inTreeOrder<C extends CategoryPlace>(tree: readonly C[], parentId: string | null = null): C[] {
  return tree.filter((one) => one.parentId === parentId).flatMap((one) => [one, ...inTreeOrder(tree, one.id)]);
}
