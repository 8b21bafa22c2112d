import { expect, test } from 'vitest';
import { type VersionToCompare, compareVersions } from '#app/domain/quotes/compare-versions.ts';

const version = (more: Partial<VersionToCompare> = {}): VersionToCompare => ({
  terms: 'net30',
  validUntil: new Date('2027-02-01T00:00:00Z'),
  freight: '10.00',
  total: '100.00',
  payable: '130.90',
  message: '',
  lines: [
    { line: 1, sku: 'ESP-1K', quantity: '60', unitPrice: '16.00' },
    { line: 2, sku: 'ESP-250', quantity: '10', unitPrice: '5.80' },
  ],
  ...more,
});
const marked = (a: VersionToCompare, b: VersionToCompare) => {
  const { lines, ...rest } = compareVersions(a, b);
  const around = Object.entries(rest).flatMap(([name, { isChanged }]) => (isChanged ? [name] : []));
  const inside = lines.flatMap(({ line, ...cells }) =>
    Object.entries(cells).flatMap(([name, { isChanged }]) => (isChanged ? [`${line} ${name}`] : [])),
  );
  return [...around, ...inside];
};

test.each([
  ['the same', {}, []],
  [
    'another price',
    { lines: [{ line: 1, sku: 'ESP-1K', quantity: '60', unitPrice: '15.50' }, version().lines[1]!] },
    ['1 unitPrice'],
  ],
  ['a line less', { lines: [version().lines[0]!] }, ['2 sku', '2 quantity', '2 unitPrice']],
  [
    'a line more',
    { lines: [...version().lines, { line: 3, sku: 'CUP-6', quantity: '6', unitPrice: '4.00' }] },
    ['3 sku', '3 quantity', '3 unitPrice'],
  ],
  [
    'what stands around them',
    { freight: '0.00', payable: '120.00', message: 'Last word' },
    ['freight', 'payable', 'message'],
  ],
  ['an extension', { validUntil: new Date('2027-03-01T00:00:00Z') }, ['validUntil']],
])('%s', (_case, more, expected) => expect(marked(version(), version(more))).toEqual(expected));

test('a line of one of them alone stands in its place', () => {
  const { lines } = compareVersions(version({ lines: [version().lines[1]!] }), version());
  expect(lines.map(({ line, sku }) => [line, sku.before, sku.after])).toEqual([
    [1, null, 'ESP-1K'],
    [2, 'ESP-250', 'ESP-250'],
  ]);
});
