import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalForm, chained, type ChainedEntry, verifyTrail } from '#app/domain/purchase-orders/trail.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const at = new Date('2027-01-04T09:00:00.123Z');

const trailOf = (facts: Record<string, string>[], document = 'po-1'): ChainedEntry[] =>
  facts.reduce<ChainedEntry[]>(
    (entries, each) => [
      ...entries,
      chained({ document, at, event: 'purchase_order.approval_given', facts: each }, entries.at(-1) ?? null, sha256),
    ],
    [],
  );
const trail = trailOf([{ by: 'ana' }, { by: 'ben', for: 'vp' }, { by: 'cleo' }]);
const head = (entries: readonly ChainedEntry[]) => entries.at(-1) ?? null;
const verify = (entries: ChainedEntry[], last = head(trail)) => verifyTrail('po-1', entries, last, sha256);

describe('the trail of a document', () => {
  test('as it was written is intact', () => expect(verify(trail)).toEqual({ isIntact: true, entries: 3 }));
  test('without an entry yet is intact', () => expect(verify([], null)).toEqual({ isIntact: true, entries: 0 }));
  test('is written in one canonical form, whatever the order of keys', () => {
    const entry = { document: 'po-1', number: 1, at, event: 'x' };
    expect(canonicalForm({ ...entry, facts: { b: [1, null], a: 'é"' } }, 'h')).toBe(
      canonicalForm({ facts: { a: 'é"', b: [1, null] }, ...entry }, 'h'),
    );
    expect(canonicalForm({ ...entry, facts: { a: { c: true } } }, 'h')).toBe(
      '{"at":"2027-01-04T09:00:00.123Z","document":"po-1","event":"x","facts":{"a":{"c":true}},"number":1,"previous":"h"}',
    );
  });
  test('refuses a number that is not whole', () =>
    expect(() => canonicalForm({ document: 'd', number: 1, at, event: 'x', facts: { total: 0.1 } }, '')).toThrow(
      RangeError,
    ));

  const [first, second, third] = trail as [ChainedEntry, ChainedEntry, ChainedEntry];
  test.each<[string, ChainedEntry[], number, string]>([
    ['another name put in', [first, { ...second, facts: { by: 'eve', for: 'vp' } }, third], 2, 'altered'],
    ['another moment', [{ ...first, at: new Date('2027-01-04T09:00:00.124Z') }, second, third], 1, 'altered'],
    ['an entry taken out', [first, third], 2, 'missing'],
    ['the first taken out', [second, third], 1, 'missing'],
    ['the last cut off', [first, second], 3, 'cut_off'],
    ['two exchanged', [second, first, third], 1, 'missing'],
    ['an entry of another document', [first, { ...second, document: 'po-2' }, third], 2, 'missing'],
    [
      'one rewritten with a fresh hash',
      [first, { ...chained({ ...second, facts: { by: 'eve' } }, first, sha256) }, third],
      3,
      'unlinked',
    ],
    ['all rewritten with fresh hashes', trailOf([{ by: 'ana' }, { by: 'eve' }, { by: 'cleo' }]), 4, 'cut_off'],
  ])('shows tampering: %s', (_, entries, number, because) =>
    expect(verify(entries)).toEqual({ isIntact: false, number, because }),
  );

  test('shows any single change to any fact', () => {
    fc.assert(
      fc.property(fc.nat(2), fc.string(), (index, text) => {
        const entries = trail.map((entry, at_) =>
          at_ === index ? { ...entry, facts: { ...entry.facts, by: text } } : entry,
        );
        const isSame = trail[index]?.facts['by'] === text;
        expect(verify(entries).isIntact).toBe(isSame);
      }),
    );
  });
});
