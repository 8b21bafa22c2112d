import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isVatNumberOf, vatVerdict } from '#app/domain/companies/vat-number.ts';
import { sharedData } from '#tests/support/shared-data.ts';

test.each([
  ['DE', 'DE136695976', true],
  ['DE', 'de 136 695 976', true],
  ['DE', '136695976', true],
  ['DE', 'DE136695978', false],
  ['AT', 'ATU13585627', true],
  ['CH', 'CHE-123.456.788 TVA', true],
  ['FR', 'FR40303265045', true],
  ['GB', 'GB980780684', true],
  ['NL', 'NL004495445B01', true],
  ['DE', 'ATU13585627', false],
  ['DE', '', false],
])('%s, %j: %s', (country, text, isRight) => expect(isVatNumberOf(country, text)).toBe(isRight));

test('a country whose numbers are not known here takes what is not plainly wrong', () => {
  expect(vatVerdict('JP', 'T1234567890123')).toBeNull();
  expect(isVatNumberOf('JP', 'T1234567890123')).toBe(true);
  expect(isVatNumberOf('JP', '<script>')).toBe(false);
});

type Vectors = Record<string, { codes: string[]; valid: string[]; invalid: string[]; validOnlyByFormat?: string[] }>;
const file = sharedData('vat-numbers/vat_number_vectors.json');
const vectors = file ? (JSON.parse(readFileSync(file, 'utf8')) as Vectors) : {};

describe.each(Object.entries(vectors))(
  'published numbers of %s',
  (_name, { codes, valid, invalid, validOnlyByFormat = [] }) => {
    const [code = ''] = codes;
    test(`the ${valid.length} valid ones pass`, () => {
      expect(valid.filter((number) => vatVerdict(code, number) !== 'valid')).toEqual([]);
    });
    test(`the ${invalid.length + validOnlyByFormat.length} others do not`, () => {
      expect([...invalid, ...validOnlyByFormat].filter((number) => vatVerdict(code, number) === 'valid')).toEqual([]);
    });
  },
);
