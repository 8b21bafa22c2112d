import type { UnitId } from './ids';

/** The unit above each unit; null at the top. The store stands alone and need not be listed. */
export type UnitTree = ReadonlyMap<UnitId, UnitId | null>;

/** The unit itself, then the unit above it, and so on to the top. A unit that is not in the tree stands alone. */
export function unitAndAbove(tree: UnitTree, unit: UnitId): readonly UnitId[] {
  const way: UnitId[] = [];
  for (let at: UnitId | null = unit; at !== null && !way.includes(at); at = tree.get(at) ?? null) way.push(at);
  return way;
}

/** The unit and every unit below it. */
export const unitAndBelow = (tree: UnitTree, unit: UnitId): readonly UnitId[] => [
  unit,
  ...[...tree.keys()].filter((other) => other !== unit && isInOrBelow(tree, other, unit)),
];

export const isInOrBelow = (tree: UnitTree, unit: UnitId, top: UnitId): boolean =>
  unitAndAbove(tree, unit).includes(top);

/** Whether moving `unit` under `parent` would make it its own ancestor. */
export const wouldLoop = (tree: UnitTree, unit: UnitId, parent: UnitId | null): boolean =>
  parent !== null && isInOrBelow(tree, parent, unit);
