import type { storefront as english } from '../en/storefront';

export const storefront = {
  bestSellers: 'Was die meisten nehmen',
  allCoffee: 'Alle Kaffees',
  ourShelves: 'Unsere Regale',
  everything: 'Alles',
  onRequest: 'Preis auf Anfrage',
  base_kg: 'kg',
  base_l: 'l',
  base_hundred: '100 Stück',
  sort_relevance: 'Beste Treffer',
  sort_popular: 'Beliebt',
  sort_newest: 'Neu',
  sort_price: 'Preis aufsteigend',
  sort_price_desc: 'Preis absteigend',
  sort_name: 'Name',
  productCount: '{count, plural, =0 {Keine Produkte} one {# Produkt} other {# Produkte}}',
  shop: 'Laden',
  emptyTitle: 'Nichts passt zu alledem',
  emptyText: 'Nehmen Sie einen Filter weg oder beginnen Sie wieder mit dem ganzen Regal.',
  emptyAction: 'Das ganze Regal zeigen',
  searchTitle: 'Treffer für „{words}“',
  searchEmptyTitle: 'Suche',
  searchEmptyText: 'Geben Sie ein, was Sie suchen: einen Namen, einen Geschmack, eine Artikelnummer.',
  nothingFoundTitle: 'Nichts gefunden für „{words}“',
  nothingFoundText:
    'Prüfen Sie die Schreibweise, versuchen Sie es mit weniger Wörtern oder sehen Sie die Regale durch.',
  correctedTo: 'Zu „{typed}“ gibt es nichts, deshalb hier „{words}“.',
  anyOf: 'Nichts enthält alles aus „{typed}“, deshalb hier, was etwas davon enthält.',
  metaHome:
    'Auf Bestellung gerösteter Kaffee, Maschinen, Mühlen und alles, was dazugehört. Für zu Hause, Cafés, Hotels und Büros.',
  subcategories: 'Engere Auswahl',
} as const satisfies Record<keyof typeof english, string>;
