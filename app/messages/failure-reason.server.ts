import type { Locale } from '#app/domain/i18n/locales.ts';
import type { MessageKey } from './areas';
import { areaWords } from './catalogue.server';
import { translator } from './translate.server';

/** Why a purchase order could not be placed, in words; banks have more reasons than anybody has words for. */
export function failureReason(locale: Locale, code: string): string {
  const t = translator(locale, 'purchaseOrders');
  const key = `failure_${code}`;
  if (Object.hasOwn(areaWords('en', 'purchaseOrders'), key)) return t(key as MessageKey<'purchaseOrders'>);
  return t(/^payment_/.test(code) ? 'failure_payment' : 'failure_other');
}
