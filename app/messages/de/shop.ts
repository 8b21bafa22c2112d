import type { shop as english } from '../en/shop';

export const shop = {
  homeTitle: 'Kaffee, für den man gern aufsteht',
  homeText: 'Auf Bestellung in kleinen Mengen geröstet, für zu Hause und für Cafés, Hotels und Büros.',
  homeAction: 'Zu den Bohnen',
  forCompanies: 'Sie kaufen für ein Café, ein Hotel oder ein Büro ein?',
  forCompaniesText: 'Eigene Preise, Bestellungen mit Freigabe, Lieferung an jeden Standort.',
} as const satisfies Record<keyof typeof english, string>;
