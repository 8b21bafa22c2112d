import type { Locale } from '#app/domain/i18n/locales.ts';
import type { MessageKey } from './areas';
import { areaWords } from './catalogue.server';
import { failureReason } from './failure-reason.server';
import { translator } from './translate.server';

/** Why a run of a standing order waits, or could not be paid, in words. Empty where there is no reason but its lines. */
export function standingReason(locale: Locale, code: string): string {
  if (code === '') return '';
  const own = `reason_${code}`;
  if (Object.hasOwn(areaWords('en', 'standing'), own))
    return translator(locale, 'standing')(own as MessageKey<'standing'>);
  return Object.hasOwn(areaWords('en', 'refusals'), code)
    ? translator(locale, 'refusals')(code as MessageKey<'refusals'>)
    : failureReason(locale, code);
}
