import type { Endpoint } from './endpoint';

export type Match =
  { found: true; endpoint: Endpoint; params: Record<string, string> } | { found: false; allowed: string[] };

function paramsOf(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith('{')) {
      try {
        params[part.slice(1, -1)] = decodeURIComponent(value);
      } catch {
        return null;
      }
      if (value === '') return null;
    } else if (part !== value) return null;
  }
  return params;
}

/** The endpoint of a method and a path below /api/v1; else which methods the path has (none: not found). */
export function matchEndpoint(endpoints: readonly Endpoint[], method: string, path: string): Match {
  const allowed: string[] = [];
  for (const candidate of endpoints) {
    const params = paramsOf(candidate.path, path);
    if (!params) continue;
    if (candidate.method === method) return { found: true, endpoint: candidate, params };
    allowed.push(candidate.method);
  }
  return { found: false, allowed };
}
