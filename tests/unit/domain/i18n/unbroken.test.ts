import { expect, test } from 'vitest';
import { unbroken } from '#app/domain/i18n/unbroken.ts';

test.each([
  ['a size alone', '250 g', '250_g'],
  ['a size after a name', 'House Espresso, 1 kg, Whole bean', 'House Espresso, 1_kg, Whole bean'],
  ['several', '9 bar · 1,5 l', '9_bar · 1,5_l'],
  ['a word is no unit', 'Carton of 6 bottles', 'Carton of 6 bottles'],
  ['a name before a number', 'Tamper 58 mm', 'Tamper 58_mm'],
])('%s', (_case, text, shown) => {
  expect(unbroken(text)).toBe(shown.replaceAll('_', '\u00a0'));
});
