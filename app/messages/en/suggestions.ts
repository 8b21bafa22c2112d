export const suggestions = {
  title: 'Time for these again?',
  everyDays:
    '{every, plural, one {Usually every day} other {Usually every # days}}, last {days, plural, one {# day ago} other {# days ago}}',
  everyWeeks:
    'Usually every {weeks, plural, one {week} other {# weeks}}, last {days, plural, one {# day ago} other {# days ago}}',
  add: 'Add {quantity} again',
} as const;
