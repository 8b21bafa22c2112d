import { type WrittenLocale, isLocale } from '#app/domain/i18n/locales.ts';
import { areaWords } from '#app/messages/catalogue.server.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { readSettings } from '#db/queries/settings.server.ts';

export const documentLocale = (locale: string): WrittenLocale => (isLocale(locale) && locale !== 'xb' ? locale : 'en');

/** Who sells, as the shop's imprint says: address, register and tax number, how to reach us. */
export async function sellerLines(db: DbOrTx, locale: WrittenLocale): Promise<string[]> {
  const { document } = await readSettings(db, { kind: 'pages' });
  const own = areaWords(locale, 'pages');
  const changed = document[locale] ?? {};
  return (['imprint_1_text', 'imprint_3_text', 'imprint_4_text'] as const).map((key) => changed[key] ?? own[key]);
}
