import { describe, expect, test } from 'vitest';
import { localeOfPath, localePath, withoutLocale } from '#app/domain/i18n/locales.ts';

test.each([
  ['/', 'en', '/'],
  ['/products/x', 'en', '/products/x'],
  ['/de', 'de', '/'],
  ['/de/', 'de', '/'],
  ['/de/products/x', 'de', '/products/x'],
  ['/xb/cart', 'xb', '/cart'],
  ['/en/cart', 'en', '/en/cart'],
  ['/fr/cart', 'en', '/fr/cart'],
  ['/delivery', 'en', '/delivery'],
])('%s is a page in %s, without it %s', (path, locale, bare) => {
  expect(localeOfPath(path)).toBe(locale);
  expect(withoutLocale(path)).toBe(bare);
});

describe('a path keeps the language of its page', () => {
  test.each([
    ['/cart', 'de', '/de/cart'],
    ['/', 'de', '/de'],
    ['/de/cart', 'en', '/cart'],
    ['/de/cart', 'xb', '/xb/cart'],
    ['/search?q=/de/x#top', 'de', '/de/search?q=/de/x#top'],
    ['/?q=1', 'de', '/de?q=1'],
    ['https://pay.example/x', 'de', 'https://pay.example/x'],
    ['//evil.example/x', 'de', '//evil.example/x'],
    ['#content', 'de', '#content'],
  ] as const)('%s in %s is %s', (path, locale, expected) => {
    expect(localePath(path, locale)).toBe(expected);
  });
});
