import type { suggestions as english } from '../en/suggestions';

export const suggestions = {
  title: 'Wieder Zeit dafür?',
  everyDays: 'Sie bestellen das sonst {every, plural, one {jeden Tag} other {alle # Tage}}; zuletzt am {day}.',
  everyWeeks: 'Sie bestellen das sonst {weeks, plural, one {jede Woche} other {alle # Wochen}}; zuletzt am {day}.',
  lastOrder: 'Ihre letzte Bestellung',
  andMore: '{count, plural, one {und # weiterer Artikel} other {und # weitere Artikel}}',
  reorder: 'Erneut bestellen',
  add: 'Wieder {quantity} in den Warenkorb',
} as const satisfies Record<keyof typeof english, string>;
