import { expect, test } from 'vitest';
import { type VersionToCompare, compareVersions } from '#app/domain/quotes/compare-versions.ts';

const version = (more: Partial<VersionToCompare> = {}): VersionToCompare => ({
  terms: 'net30',
  validUntil: new Date('2027-02-01T00:00:00Z'),
  freight: '10.00',
  total: '100.00',
  payable: '130.90',
  message: '',
  part: 'as a whole',
  template: '',
  lines: [
    { line: 1, sku: 'ESP-1K', quantity: '60', configuration: '', unitPrice: '16.00', lineTotal: '960.00' },
    { line: 2, sku: 'ESP-250', quantity: '10', configuration: '', unitPrice: '5.80', lineTotal: '58.00' },
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
    { lines: [{ ...version().lines[0]!, unitPrice: '15.50', lineTotal: '930.00' }, version().lines[1]!] },
    ['1 unitPrice', '1 lineTotal'],
  ],
  [
    'a line less',
    { lines: [version().lines[0]!] },
    ['2 sku', '2 quantity', '2 configuration', '2 unitPrice', '2 lineTotal'],
  ],
  [
    'a line more',
    { lines: [...version().lines, { ...version().lines[0]!, line: 3, sku: 'CUP-6' }] },
    ['3 sku', '3 quantity', '3 configuration', '3 unitPrice', '3 lineTotal'],
  ],
  [
    'what stands around them',
    { freight: '0.00', payable: '120.00', message: 'Last word' },
    ['freight', 'payable', 'message'],
  ],
  [
    'another plan, at the same unit price',
    { lines: [{ ...version().lines[0]!, configuration: 'care-plus', lineTotal: '1080.00' }, version().lines[1]!] },
    ['1 configuration', '1 lineTotal'],
  ],
  ['what may be taken of it', { part: 'by line', template: '4 orders' }, ['part', 'template']],
  ['an extension', { validUntil: new Date('2027-03-01T00:00:00Z') }, ['validUntil']],
])('%s', (_case, more, expected) => expect(marked(version(), version(more))).toEqual(expected));

test('a line of one of them alone stands in its place', () => {
  const { lines } = compareVersions(version({ lines: [version().lines[1]!] }), version());
  expect(lines.map(({ line, sku }) => [line, sku.before, sku.after])).toEqual([
    [1, null, 'ESP-1K'],
    [2, 'ESP-250', 'ESP-250'],
  ]);
});
