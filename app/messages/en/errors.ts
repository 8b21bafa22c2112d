/** Words of the pages for faults. Small, and in the browser in every language, since a fault may take the rest away. */
export const errors = {
  notFoundTitle: 'This page is not on the shelf',
  notFoundText: 'The address may be old or mistyped. Nothing you had in your cart is lost.',
  faultTitle: 'Something broke on our side',
  faultText: 'Nothing was charged and nothing was lost. We have been told; please try again in a moment.',
  awayTitle: 'We are closed for a moment',
  awayText: 'Our stock room cannot be reached just now. Your cart is kept; please try again in a minute.',
  forbiddenTitle: 'This door is not yours',
  forbiddenText: 'You are signed in, but this page belongs to someone else.',
  home: 'To the shop',
  search: 'Search',
  searchLabel: 'What are you looking for?',
  tryAgain: 'Try again',
  reference: 'Reference {id}',
} as const;
