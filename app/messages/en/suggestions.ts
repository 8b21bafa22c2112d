export const suggestions = {
  title: 'Time for these again?',
  everyDays: 'You usually order this {every, plural, one {every day} other {every # days}}; last on {day}.',
  everyWeeks: 'You usually order this {weeks, plural, one {every week} other {every # weeks}}; last on {day}.',
  lastOrder: 'Your last order',
  andMore: '{count, plural, one {and # more} other {and # more}}',
  reorder: 'Reorder',
  add: 'Add {quantity} again',
} as const;
