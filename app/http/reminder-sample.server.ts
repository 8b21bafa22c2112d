import { type ReminderSeries, type ReminderStep, reminderSteps } from '#app/domain/cart/reminder-series.ts';
import { type EmailProps, emailProps } from '#app/jobs/emails.ts';
import { sampleEmailProps } from '#app/jobs/sample-email.server.ts';
import { localeOf } from './locale.server';
import { writtenLocales } from './settings-texts.server';

/** Which reminder an address asks for, in which language; the first in the reader's own where it says nothing. */
export function reminderInAddress(request: Request): { step: ReminderStep; language: 'en' | 'de' } {
  const asked = new URL(request.url).searchParams;
  return {
    step: reminderSteps.find((step) => String(step) === asked.get('step')) ?? 1,
    language:
      writtenLocales.find((locale) => locale === asked.get('language')) ?? (localeOf(request) === 'de' ? 'de' : 'en'),
  };
}

/** A reminder of a made-up cart, with a code where the series has one for it. */
export function sampleReminder(p: {
  step: ReminderStep;
  series: ReminderSeries;
  origin: string;
}): EmailProps<'cart-reminder'> {
  const sample = emailProps['cart-reminder'].parse(sampleEmailProps('cart-reminder', { origin: p.origin, variant: 0 }));
  const { code } = p.series;
  return {
    ...sample,
    step: p.step,
    isCompany: false,
    lines: sample.lines.slice(0, 1).map((line) => ({
      ...line,
      quantity: '1',
      choice: '',
      picture: null,
      left: null,
      change: 'none' as const,
      before: '',
    })),
    moreLines: 0,
    shipping: '',
    returnDays: 30,
    code:
      p.step === 3 && code ? { code: 'BACK-7Q2M', percent: code.percentOff, until: sample.code?.until ?? '' } : null,
  };
}
