import type { reminders as english } from '../en/reminders';

export const reminders = {
  restored: 'Hier ist Ihr Warenkorb, zu heutigen Preisen.',
  linkOverTitle: 'Dieser Link führt nirgends mehr hin',
  linkOverText: 'Der Warenkorb wurde inzwischen bestellt oder geleert, oder der Link ist älter als 14 Tage.',
  toCart: 'Zum Warenkorb',
  unsubscribeTitle: 'Keine Erinnerungen mehr?',
  unsubscribeText: 'Wir erinnern {address} nicht mehr an Warenkörbe. Bestellbestätigungen kommen weiterhin.',
  unsubscribeButton: 'Abmelden',
  unsubscribedTitle: 'Sie sind abgemeldet',
  unsubscribedText: 'Wir erinnern {address} nicht mehr an Warenkörbe.',
  preferencesLink: 'E-Mail-Einstellungen',
  preferencesTitle: 'E-Mail-Einstellungen',
  preferencesFor: 'Für {address}',
  preferencesReminders: 'Erinnerungen an stehen gelassene Warenkörbe',
  preferencesOn: 'Ja, bitte erinnern',
  preferencesOnHint: 'Höchstens drei zu einem Warenkorb, und ein Warenkorb pro Woche.',
  preferencesOff: 'Keine Erinnerungen',
  preferencesOrders: 'E-Mails zu Ihren Bestellungen kommen immer.',
  preferencesBounced: 'E-Mails an diese Adresse kamen zurück; wir senden deshalb keine dorthin.',
  preferencesSave: 'Speichern',
  preferencesSaved: 'Ihre Wahl ist gespeichert.',
} as const satisfies Record<keyof typeof english, string>;
