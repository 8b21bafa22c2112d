import type { errors as english } from '../en/errors';

export const errors = {
  notFoundTitle: 'Diese Seite steht nicht im Regal',
  notFoundText: 'Die Adresse ist veraltet oder vertippt. Ihr Warenkorb ist noch da.',
  faultTitle: 'Bei uns ist etwas kaputtgegangen',
  faultText:
    'Es wurde nichts belastet und nichts ging verloren. Wir wissen Bescheid; bitte versuchen Sie es gleich noch einmal.',
  awayTitle: 'Wir haben kurz geschlossen',
  awayText:
    'Unser Lager ist gerade nicht erreichbar. Ihr Warenkorb bleibt erhalten; bitte versuchen Sie es in einer Minute noch einmal.',
  forbiddenTitle: 'Diese Tür ist nicht für Sie',
  forbiddenText: 'Sie sind angemeldet, aber diese Seite gehört jemand anderem.',
  search: 'Suchen',
  searchLabel: 'Was suchen Sie?',
  home: 'Zum Laden',
  tryAgain: 'Noch einmal versuchen',
  reference: 'Kennung {id}',
} as const satisfies Record<keyof typeof english, string>;
