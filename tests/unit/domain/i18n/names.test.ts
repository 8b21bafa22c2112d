import { expect, test } from 'vitest';
import { countryName, languageName } from '#app/domain/i18n/names.ts';

test.each([
  [countryName('DE', 'en-IE'), 'Germany'],
  [countryName('DE', 'de-DE'), 'Deutschland'],
  [countryName('GB', 'de-DE'), 'Vereinigtes Königreich'],
  [languageName('de', 'en-IE'), 'German'],
  [languageName('en', 'de-DE'), 'Englisch'],
])('%s', (told, name) => expect(told).toBe(name));
