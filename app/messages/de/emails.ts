import type { emails as english } from '../en/emails';

export const emails = {
  greeting: 'Guten Tag {name},',
  footer:
    'Tradepost, Kaffeerösterei. Sie erhalten diese Nachricht, weil Sie ein Konto oder eine Bestellung bei uns haben.',
  unsubscribe: 'Abmelden',
  welcomeSubject: 'Willkommen bei Tradepost',
  welcomePreview: 'Ihr Konto ist bereit.',
  welcomeBody: 'Ihr Konto ist bereit. Ihre Bestellungen, Adressen und gespeicherten Karten sind ab jetzt an einem Ort.',
  welcomeButton: 'Zum Shop',
} as const satisfies Record<keyof typeof english, string>;
