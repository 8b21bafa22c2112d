import type { emails as english } from '../en/emails';

export const emails = {
  greeting: 'Guten Tag {name},',
  greetingNobody: 'Guten Tag,',
  confirmRegistrationSubject: 'Bestätigen Sie Ihre Adresse und eröffnen Sie Ihr Konto',
  confirmRegistrationText: 'Wählen Sie ein Passwort, dann ist Ihr Tradepost-Konto bereit.',
  confirmRegistrationButton: 'Mein Konto eröffnen',
  confirmRegistrationNote:
    'Der Link gilt einmal und 24 Stunden lang. Wenn Sie kein Konto wünschen, tun Sie nichts: Es gibt dann keines.',
  accountExistsSubject: 'Sie haben bereits ein Tradepost-Konto',
  accountExistsText:
    'Jemand, vermutlich Sie, wollte mit dieser Adresse ein Konto eröffnen. Es gibt schon eines: Melden Sie sich damit an.',
  accountExistsButton: 'Anmelden',
  accountExistsForgot: 'Passwort vergessen?',
  accountExistsNote: 'Wenn Sie es nicht waren, hat sich nichts geändert und Sie müssen nichts tun.',
  resetPasswordSubject: 'Wählen Sie ein neues Passwort',
  resetPasswordText: 'Sie möchten ein neues Passwort wählen. Bis dahin gilt das alte.',
  resetPasswordButton: 'Neues Passwort wählen',
  resetPasswordNote:
    'Der Link gilt einmal und zwei Stunden lang. Wenn Sie ihn nicht angefordert haben, tun Sie nichts.',
  noAccountSubject: 'Zu dieser Adresse gibt es kein Konto',
  noAccountText:
    'Jemand, vermutlich Sie, wollte für diese Adresse ein neues Passwort. Sie hat bei uns kein Konto. Nutzen Sie eine andere Adresse oder eröffnen Sie mit dieser ein Konto.',
  noAccountButton: 'Konto eröffnen',
  noAccountNote: 'Wenn Sie es nicht waren, müssen Sie nichts tun.',
  footer:
    'Tradepost, Kaffeerösterei. Sie erhalten diese Nachricht, weil Sie ein Konto oder eine Bestellung bei uns haben.',
  unsubscribe: 'Abmelden',
  welcomeSubject: 'Willkommen bei Tradepost',
  welcomePreview: 'Ihr Konto ist bereit.',
  welcomeBody: 'Ihr Konto ist bereit. Ihre Bestellungen, Adressen und gespeicherten Karten sind ab jetzt an einem Ort.',
  welcomeButton: 'Zum Shop',
} as const satisfies Record<keyof typeof english, string>;
