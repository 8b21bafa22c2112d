import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seenTexts } from '#app/domain/catalog/import/seen-texts.ts';

test('a text is new once, as a set would say', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 200 }), (texts) => {
      const seen = seenTexts();
      const known = new Set<string>();
      for (const text of texts) {
        expect(seen.has(text)).toBe(known.has(text));
        expect(seen.add(text)).toBe(!known.has(text));
        known.add(text);
      }
    }),
  );
});

test('two hundred thousand SKUs are all told apart, and all known again', () => {
  const seen = seenTexts();
  let [fresh, known] = [0, 0];
  for (let i = 0; i < 200_000; i += 1) if (seen.add(`SKU-${i}-L`)) fresh += 1;
  for (let i = 0; i < 200_000; i += 1) if (seen.has(`SKU-${i}-L`)) known += 1;
  expect([fresh, known, seen.has('SKU-200000-L')]).toEqual([200_000, 200_000, false]);
});
