import type { AppLoadContext } from '@remix-run/node';
import { type AttributeRow, type CategoryRow, listAttributes, listCategories } from '#db/queries/categories.server.ts';

type Read = { categories?: Promise<CategoryRow[]>; attributes?: Promise<Map<string, AttributeRow>> };
const read = new WeakMap<AppLoadContext, Read>();

function readOf(context: AppLoadContext): Read {
  const known = read.get(context) ?? {};
  read.set(context, known);
  return known;
}

/** Asked once per request, however many loaders ask. */
export const categoriesOf = (context: AppLoadContext): Promise<CategoryRow[]> =>
  (readOf(context).categories ??= listCategories(context.deps.db));

export const attributesOf = (context: AppLoadContext): Promise<Map<string, AttributeRow>> =>
  (readOf(context).attributes ??= listAttributes(context.deps.db));

export const categoryAndBelow = (tree: readonly CategoryRow[], path: string): string[] =>
  tree.filter((one) => one.path === path || one.path.startsWith(`${path}/`)).map(({ id }) => id);

export const childrenOf = (tree: readonly CategoryRow[], path: string): CategoryRow[] =>
  tree.filter((one) => one.path.slice(0, Math.max(0, one.path.lastIndexOf('/'))) === path);
