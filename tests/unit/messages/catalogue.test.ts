import { describe, expect, test } from 'vitest';
import { placeholdersOf } from '#app/domain/i18n/format-message.ts';
import { refusalStatus } from '#app/http/refusals.ts';
import type { Area } from '#app/messages/areas.ts';
import { areaWords, catalogue } from '#app/messages/catalogue.server.ts';
import { translator, wordsOf } from '#app/messages/translate.server.ts';

const areas = Object.keys(catalogue.en) as Area[];

describe.each(areas)('the words of %s', (area) => {
  const english = catalogue.en[area] as Record<string, string>;
  const german = catalogue.de[area] as Record<string, string>;

  test('are there in both languages, none empty', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
    expect(Object.values({ ...english, ...german }).filter((message) => message.trim() === '')).toEqual([]);
  });
  test('ask for the same values in both languages', () => {
    const differing = Object.keys(english).filter(
      (key) => String(placeholdersOf(english[key] ?? '')) !== String(placeholdersOf(german[key] ?? '')),
    );
    expect(differing).toEqual([]);
  });
  test('have a plural form for every count, in both languages', () => {
    const lacking = Object.entries({ ...english, ...german }).filter(
      ([, message]) => message.includes(', plural,') && !message.includes('other {'),
    );
    expect(lacking).toEqual([]);
  });
  test('are marked in the pseudo-language', () => {
    const words = areaWords('xb', area) as Record<string, string>;
    expect(Object.values(words).every((message) => /^⟦.*⟧$/su.test(message))).toBe(true);
  });
});

test('every refusal has words in both languages', () => {
  for (const code of Object.keys(refusalStatus) as (keyof typeof refusalStatus)[]) {
    expect(translator('en', 'refusals')(code).length, code).toBeGreaterThan(10);
    expect(translator('de', 'refusals')(code).length, code).toBeGreaterThan(10);
  }
});

test('only the areas asked for travel to the browser', () => {
  expect(Object.keys(wordsOf('de', ['shell', 'cart', 'shell']))).toEqual(['shell', 'cart']);
});
