import { expect, test } from 'vitest';
import { toExact } from '#app/domain/money/exact.ts';
import { money } from '#app/domain/money/money.ts';
import { refusalFacts } from '#app/http/api/refusal-facts.ts';

test.each([
  ['an amount', { available: money(1050n, 'EUR') }, { available: { amount: '10.50', currency: 'EUR' } }],
  ['an exact number', { least: toExact('0.5') }, { least: '0.5' }],
  ['a moment', { at: new Date('2027-01-01T00:00:00Z') }, { at: '2027-01-01T00:00:00.000Z' }],
  [
    'lines',
    { lines: [{ line: 1, short: money(1n, 'JPY') }] },
    { lines: [{ line: 1, short: { amount: '1', currency: 'JPY' } }] },
  ],
  ['nothing', undefined, {}],
  ['a whole number of any size', { count: 12n }, { count: '12' }],
])('%s beside a refusal can be written as JSON', (_case, detail, facts) => {
  expect(refusalFacts(detail)).toEqual(facts);
  expect(() => JSON.stringify(refusalFacts(detail))).not.toThrow();
});
