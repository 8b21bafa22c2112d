import { type Outcome, ok, refused } from '../outcome';

export type KnownLine = { readonly line: number; readonly sku: string };
export type NamedLine = { readonly line?: number | undefined; readonly sku?: string | undefined };

/** Which line of the document each name means: by number, or by SKU while that is unique. `isNew` says whether a name
 *  that means none may begin a new line (an offer may, a counter-offer may not). */
export function nameLines(
  known: readonly KnownLine[],
  named: readonly NamedLine[],
  mayBeNew: boolean,
): Outcome<readonly number[], 'no_such_line' | 'line_twice'> {
  const taken = new Set(named.flatMap(({ line }) => line ?? []));
  const found: number[] = [];
  let last = Math.max(0, ...known.map(({ line }) => line), ...taken);
  for (const { line, sku } of named) {
    const own = line ?? lineOfSku(known, sku, taken);
    const isKnown = own !== null && known.some((each) => each.line === own);
    if (!isKnown && !mayBeNew) return refused('no_such_line');
    const number = own ?? (last += 1);
    if (found.includes(number)) return refused('line_twice');
    taken.add(number);
    found.push(number);
  }
  return ok(found);
}

function lineOfSku(known: readonly KnownLine[], sku: string | undefined, taken: ReadonlySet<number>): number | null {
  const same = known.filter((each) => each.sku === sku);
  const [only] = same;
  return only && same.length === 1 && !taken.has(only.line) ? only.line : null;
}
