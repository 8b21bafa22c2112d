/** One place where two documents differ; null where one of them has nothing there. */
export type DocumentChange = { readonly path: string; readonly before: string | null; readonly after: string | null };

/** Every place where two documents differ, in the order of the later one, what is gone last. Lists whose members have a
 *  code, a name or a day are compared by it, so that moving one is no change. */
export function documentChanges(before: unknown, after: unknown): DocumentChange[] {
  const [was, is] = [leavesOf(before), leavesOf(after)];
  const changed = [...is].flatMap(([path, text]) => {
    const old = was.get(path) ?? null;
    return old === text ? [] : [{ path, before: old, after: text }];
  });
  const gone = [...was].flatMap(([path, text]) => (is.has(path) ? [] : [{ path, before: text, after: null }]));
  return [...changed, ...gone];
}

function leavesOf(value: unknown, path: readonly string[] = [], found = new Map<string, string>()) {
  if (Array.isArray(value) && value.some((member) => typeof member === 'object' && member !== null))
    value.forEach((member, at) => leavesOf(member, [...path, nameOf(member) ?? String(at + 1)], found));
  else if (Array.isArray(value)) found.set(path.join(' · '), value.map((member) => textOf(member)).join(', '));
  else if (typeof value === 'object' && value !== null)
    for (const [key, member] of Object.entries(value)) leavesOf(member, [...path, key], found);
  else found.set(path.join(' · '), textOf(value));
  return found;
}

const textOf = (value: unknown): string => (value === null || value === undefined ? '–' : String(value));

function nameOf(member: unknown): string | null {
  if (Array.isArray(member)) return typeof member[0] === 'string' ? member[0] : null;
  const { zone, code, name } = member as Record<string, unknown>;
  const parts = [zone, code ?? name].filter((part) => typeof part === 'string');
  return parts.length > 0 ? parts.join('/') : null;
}
