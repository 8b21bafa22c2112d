import type { Module } from './product';

/** The codes of modules that require each other in a circle, first repeated last ("a b a"), or null. Both `all` and
 *  `any` count: a circle that only an alternative avoids is still refused on save. */
export function requirementCycle(modules: readonly Pick<Module, 'code' | 'requires'>[]): string[] | null {
  const required = new Map(modules.map(({ code, requires }) => [code, [...requires.all, ...requires.any]]));
  const settled = new Set<string>();

  const follow = (code: string, path: readonly string[]): string[] | null => {
    const start = path.indexOf(code);
    if (start >= 0) return [...path.slice(start), code];
    if (settled.has(code)) return null;
    for (const next of required.get(code) ?? []) {
      const cycle = follow(next, [...path, code]);
      if (cycle) return cycle;
    }
    settled.add(code);
    return null;
  };

  for (const { code } of modules) {
    const cycle = follow(code, []);
    if (cycle) return cycle;
  }
  return null;
}
