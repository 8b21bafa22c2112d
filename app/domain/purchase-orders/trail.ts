/** What an entry of a trail may say. People are named by id, so that erasing a person's row leaves every entry as it
 *  was; amounts are written as text. Numbers are whole. */
export type TrailValue =
  null | boolean | number | string | readonly TrailValue[] | { readonly [key: string]: TrailValue };

export type TrailEntry = {
  readonly document: string;
  /** 1, 2, 3 … without a gap within its document. */
  readonly number: number;
  readonly at: Date;
  readonly event: string;
  /** Who, as whom, through which key or page, on which revision, seeing what total. */
  readonly facts: { readonly [key: string]: TrailValue };
};

export type ChainedEntry = TrailEntry & { readonly previousHash: string; readonly hash: string };

/** A cryptographic hash of a text, such as SHA-256 in hex. */
export type HashOf = (text: string) => string;

/** What the first entry of a document follows. */
export const beginning = '';

/** The entry as it is stored after `previous` (null for the first). */
export function chained(
  entry: Omit<TrailEntry, 'number'>,
  previous: Pick<ChainedEntry, 'number' | 'hash'> | null,
  hashOf: HashOf,
): ChainedEntry {
  const numbered = { ...entry, number: (previous?.number ?? 0) + 1 };
  const previousHash = previous?.hash ?? beginning;
  return { ...numbered, previousHash, hash: hashOf(canonicalForm(numbered, previousHash)) };
}

/** The same text for the same entry, whatever the order of its keys: the hash is made of it. */
export const canonicalForm = (entry: TrailEntry, previousHash: string): string =>
  canonical({
    at: entry.at.toISOString(),
    document: entry.document,
    event: entry.event,
    facts: entry.facts,
    number: entry.number,
    previous: previousHash,
  });

export type TrailVerdict =
  | { readonly isIntact: true; readonly entries: number }
  | {
      readonly isIntact: false;
      readonly number: number;
      readonly because: 'missing' | 'altered' | 'unlinked' | 'cut_off';
    };

/** Whether a document's trail is whole: every number there, every entry as it was written, each following the one
 *  before. `head`: the last hash as kept with the document, so that entries cut off at the end are missed too. */
export function verifyTrail(
  document: string,
  entries: readonly ChainedEntry[],
  head: { readonly number: number; readonly hash: string } | null,
  hashOf: HashOf,
): TrailVerdict {
  let previousHash = beginning;
  for (const [index, entry] of entries.entries()) {
    const number = index + 1;
    if (entry.number !== number || entry.document !== document) return { isIntact: false, number, because: 'missing' };
    if (entry.previousHash !== previousHash) return { isIntact: false, number, because: 'unlinked' };
    if (entry.hash !== hashOf(canonicalForm(entry, previousHash)))
      return { isIntact: false, number, because: 'altered' };
    previousHash = entry.hash;
  }
  const isWhole = (head?.number ?? 0) === entries.length && (head?.hash ?? beginning) === previousHash;
  return isWhole
    ? { isIntact: true, entries: entries.length }
    : { isIntact: false, number: entries.length + 1, because: 'cut_off' };
}

/** JSON with sorted keys and no spaces. @throws RangeError for a number that is not a safe whole one */
function canonical(value: TrailValue): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(',')}}`;
}

const isList = (value: object): value is readonly TrailValue[] => Array.isArray(value);
