import type { suggestions as english } from '../en/suggestions';

export const suggestions = {
  title: 'Wieder Zeit dafür?',
  everyDays:
    '{every, plural, one {Sonst jeden Tag} other {Sonst alle # Tage}}, zuletzt vor {days, plural, one {# Tag} other {# Tagen}}',
  everyWeeks:
    'Sonst {weeks, plural, one {jede Woche} other {alle # Wochen}}, zuletzt vor {days, plural, one {# Tag} other {# Tagen}}',
  add: 'Wieder {quantity} in den Warenkorb',
} as const satisfies Record<keyof typeof english, string>;
