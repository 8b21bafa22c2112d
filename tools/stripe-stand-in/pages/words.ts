const en = {
  secure: 'Test payment page: no real card is charged',
  order: 'Your order',
  total: 'Total',
  payHeading: 'Pay by card',
  saveHeading: 'Save a card',
  email: 'Email',
  number: 'Card number',
  expiry: 'Expiry',
  expiryHint: 'MM / YY',
  cvc: 'CVC',
  name: 'Name on card',
  postalCode: 'Postal code',
  optional: 'optional',
  saveCard: 'Keep this card for my next order',
  savedAlways: 'This card is kept for your later orders.',
  savedCards: 'Card',
  another: 'Another card',
  ending: (brand: string, last4: string) => `${brand} ending in ${last4}`,
  pay: (amount: string) => `Pay ${amount}`,
  save: 'Save card',
  back: 'Back to the shop',
  problems: 'Nothing was charged. Please look at these fields:',
  declinedHeading: 'The payment did not go through',
  tryAnother: 'Nothing was charged. You can try again or use another card.',
  needEmail: 'Enter an email address like name@example.com.',
  needNumber: 'Enter the card number.',
  badNumber: 'This card number is not right. Check every digit.',
  badExpiry: 'Enter month and year as on the card, like 04 / 29.',
  pastExpiry: 'This card has expired.',
  badCvc: 'Enter the 3 or 4 digits of the security code.',
  doneHeading: 'This payment is complete',
  doneText: 'There is nothing more to pay here.',
  toOrder: 'Go to your order',
  expiredHeading: 'This payment page has expired',
  expiredText: 'Nothing was charged. Start again from the shop.',
  missingHeading: 'There is no such payment page',
  bankHeading: 'Confirm it is you',
  bankText: (last4: string) => `The bank of your card ending in ${last4} asks you to confirm this payment.`,
  bankSetupText: (last4: string) => `The bank of your card ending in ${last4} asks you to confirm that it is kept.`,
  complete: 'Complete authentication',
  fail: 'Fail authentication',
  bankDoneHeading: 'This confirmation is over',
  bankDoneText: 'You can close this page.',
  goOn: 'Continue',
  declines: {
    insufficient_funds: 'The card does not have enough funds.',
    expired_card: 'This card has expired.',
    incorrect_cvc: 'The security code is not right.',
    processing_error: 'The bank could not process the card. Try again in a moment.',
    authentication: 'The bank could not confirm that it is you.',
    card_declined: 'The bank declined this card.',
  } as Record<string, string>,
};
export type Words = typeof en;

const de: Words = {
  secure: 'Testbezahlseite: keine echte Karte wird belastet',
  order: 'Ihre Bestellung',
  total: 'Summe',
  payHeading: 'Mit Karte bezahlen',
  saveHeading: 'Karte hinterlegen',
  email: 'E-Mail',
  number: 'Kartennummer',
  expiry: 'Gültig bis',
  expiryHint: 'MM / JJ',
  cvc: 'CVC',
  name: 'Name auf der Karte',
  postalCode: 'Postleitzahl',
  optional: 'freiwillig',
  saveCard: 'Karte für die nächste Bestellung behalten',
  savedAlways: 'Die Karte wird für Ihre späteren Bestellungen hinterlegt.',
  savedCards: 'Karte',
  another: 'Andere Karte',
  ending: (brand, last4) => `${brand} mit den Endziffern ${last4}`,
  pay: (amount) => `${amount} bezahlen`,
  save: 'Karte hinterlegen',
  back: 'Zurück zum Shop',
  problems: 'Es wurde nichts abgebucht. Bitte prüfen Sie diese Felder:',
  declinedHeading: 'Die Zahlung hat nicht geklappt',
  tryAnother: 'Es wurde nichts abgebucht. Versuchen Sie es noch einmal oder mit einer anderen Karte.',
  needEmail: 'Geben Sie eine E-Mail-Adresse ein, etwa name@beispiel.de.',
  needNumber: 'Geben Sie die Kartennummer ein.',
  badNumber: 'Diese Kartennummer stimmt nicht. Prüfen Sie jede Ziffer.',
  badExpiry: 'Geben Sie Monat und Jahr wie auf der Karte ein, etwa 04 / 29.',
  pastExpiry: 'Diese Karte ist abgelaufen.',
  badCvc: 'Geben Sie die 3 oder 4 Ziffern der Prüfnummer ein.',
  doneHeading: 'Diese Zahlung ist abgeschlossen',
  doneText: 'Hier ist nichts mehr zu bezahlen.',
  toOrder: 'Zu Ihrer Bestellung',
  expiredHeading: 'Diese Bezahlseite ist abgelaufen',
  expiredText: 'Es wurde nichts abgebucht. Beginnen Sie im Shop noch einmal.',
  missingHeading: 'Diese Bezahlseite gibt es nicht',
  bankHeading: 'Bestätigen Sie, dass Sie es sind',
  bankText: (last4) => `Die Bank Ihrer Karte mit den Endziffern ${last4} bittet Sie, diese Zahlung zu bestätigen.`,
  bankSetupText: (last4) =>
    `Die Bank Ihrer Karte mit den Endziffern ${last4} bittet Sie, das Hinterlegen zu bestätigen.`,
  complete: 'Bestätigen',
  fail: 'Ablehnen',
  bankDoneHeading: 'Diese Bestätigung ist vorbei',
  bankDoneText: 'Sie können diese Seite schließen.',
  goOn: 'Weiter',
  declines: {
    insufficient_funds: 'Die Karte ist nicht ausreichend gedeckt.',
    expired_card: 'Diese Karte ist abgelaufen.',
    incorrect_cvc: 'Die Prüfnummer stimmt nicht.',
    processing_error: 'Die Bank konnte die Karte gerade nicht verarbeiten. Versuchen Sie es gleich noch einmal.',
    authentication: 'Die Bank konnte nicht bestätigen, dass Sie es sind.',
    card_declined: 'Die Bank hat diese Karte abgelehnt.',
  },
};

export type Language = 'en' | 'de';
export const wordsFor: Readonly<Record<Language, Words>> = { en, de };

/** The session's language when it names one of ours, else the browser's, else English. */
export function languageFor(locale: string | null, accepted: string | undefined): Language {
  const wish = locale && locale !== 'auto' ? locale : (accepted ?? 'en');
  return wish.toLowerCase().startsWith('de') ? 'de' : 'en';
}

/** An amount as the buyer's language writes it. The code, not the sign, tells one dollar from another. */
export function writtenAmount(minor: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  const digits = String(minor).padStart(decimals + 1, '0');
  const major = decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits;
  return format.format(major as `${number}`).replaceAll('\u00a0', ' ');
}
