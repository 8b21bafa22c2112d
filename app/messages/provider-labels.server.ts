import { isLocale } from '#app/domain/i18n/locales.ts';
import { translator } from './translate.server';

/** What the payment page calls the lines that are no goods, in the order's language. */
export function providerLabels(locale: string): { freight: string; tax: string } {
  const t = translator(isLocale(locale) ? locale : 'en', 'checkout');
  return { freight: t('shipping'), tax: t('tax') };
}
