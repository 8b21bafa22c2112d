import { describe, expect, test } from 'vitest';
import { formatMessage, placeholdersOf } from '#app/domain/i18n/format-message.ts';
import { pseudoMessage } from '#app/domain/i18n/pseudo-message.ts';

const bags = '{count, plural, =0 {No bags} one {# bag} other {# bags}} of {coffee}';

describe('a message is filled', () => {
  test.each<[string, string, Record<string, string | number>, string, string]>([
    ['plain words stay', 'To the shop', {}, 'en', 'To the shop'],
    ['a name is put in', 'Hello {name},', { name: 'Ana' }, 'en', 'Hello Ana,'],
    ['a name is put in as often as it stands', '{a} and {a}', { a: 'x' }, 'en', 'x and x'],
    [
      'an exact count comes before the plural form',
      bags,
      { count: 0, coffee: 'Espresso' },
      'en',
      'No bags of Espresso',
    ],
    ['one is one', bags, { count: 1, coffee: 'Espresso' }, 'en', '1 bag of Espresso'],
    ['many are written as the locale writes numbers', bags, { count: 1200, coffee: 'X' }, 'de-DE', '1.200 bags of X'],
    ['a form may hold names', '{n, plural, one {{who} waits} other {# wait}}', { n: 1, who: 'Ben' }, 'en', 'Ben waits'],
    ['what is put in is not read again', 'Hi {name}', { name: '{evil}' }, 'en', 'Hi {evil}'],
    [
      'Polish has forms English lacks',
      '{n, plural, one {# torba} few {# torby} other {# toreb}}',
      { n: 3 },
      'pl',
      '3 torby',
    ],
  ])('%s', (_case, message, values, locale, text) => {
    expect(formatMessage(message, values, locale)).toBe(text);
  });

  test('a missing value is a fault, not an empty place', () => {
    expect(() => formatMessage('Hello {name}')).toThrow('{name}');
  });
  test('a brace left open is a fault', () => {
    expect(() => formatMessage('Hello {name')).toThrow('never closed');
  });
});

test('a message names its placeholders once each, those inside plural forms too', () => {
  expect(placeholdersOf('{b} {n, plural, one {{a}} other {# {b}}}')).toEqual(['a', 'b', 'n']);
});

describe('the pseudo-language', () => {
  test('marks the words and leaves placeholders and plural forms working', () => {
    const pseudo = pseudoMessage(bags);
    expect(pseudo.startsWith('⟦') && pseudo.endsWith('⟧')).toBe(true);
    expect(formatMessage(pseudo, { count: 2, coffee: 'Espresso' })).toBe('⟦2 bágš öf Espresso⟧');
  });
});
