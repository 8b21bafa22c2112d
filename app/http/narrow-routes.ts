/** What of a route tells where it stands. */
export type PlacedRoute = { readonly id: string; readonly parentId?: string; readonly path?: string };

/** The ids of the routes that may answer any of these paths or a beginning of one, with everything around them: never
 *  fewer than the router itself would find, for it is he who chooses. */
export function routeNarrower(routes: readonly PlacedRoute[]): (paths: readonly string[]) => string[] {
  const byId = new Map(routes.map((route) => [route.id, route]));
  const around = ({ parentId }: PlacedRoute): PlacedRoute[] => {
    const parent = parentId === undefined ? undefined : byId.get(parentId);
    return parent ? [...around(parent), parent] : [];
  };
  const parents = new Set(routes.map(({ parentId }) => parentId));
  const leaves = routes
    .filter(({ id }) => !parents.has(id))
    .map((route) => {
      const way = [...around(route), route];
      return { ids: way.map(({ id }) => id), pattern: segmentsOf(way.map(({ path }) => path ?? '').join('/')) };
    });
  return (paths) => {
    const asked = paths.map((path) => decoded(segmentsOf(path)));
    const kept = leaves.filter(({ pattern }) => asked.some((segments) => beginsLike(segments, pattern)));
    return [...new Set(kept.flatMap(({ ids }) => ids))];
  };
}

const segmentsOf = (path: string): string[] => path.toLowerCase().split('/').filter(Boolean);

/** As the router does: a slash that was written %2F parts nothing, and what cannot be read is left as it is. */
function decoded(segments: readonly string[]): readonly string[] {
  try {
    return segments.map((segment) => decodeURIComponent(segment).toLowerCase());
  } catch {
    return segments;
  }
}

/** Whether the pattern fits the whole of these segments or their beginning. */
function beginsLike(segments: readonly string[], pattern: readonly string[]): boolean {
  for (const [index, part] of pattern.entries()) {
    if (part === '*' || part.endsWith('?')) return true;
    const segment = segments[index];
    if (segment === undefined || !(part.startsWith(':') || part === segment)) return false;
  }
  return true;
}
