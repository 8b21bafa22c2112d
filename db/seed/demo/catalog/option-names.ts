import { words } from './making.ts';
import type { DemoAttribute } from './attributes.ts';

const both = (text: string) => words(text, text);

const colours = {
  Steel: words('Steel', 'Stahl'),
  Black: words('Black', 'Schwarz'),
  Cream: words('Cream', 'Creme'),
  Copper: words('Copper', 'Kupfer'),
  White: words('White', 'Weiß'),
  Slate: words('Slate', 'Schiefer'),
  Sand: words('Sand', 'Sand'),
  Moss: words('Moss', 'Moos'),
};

/** What options and their values are called. In the catalog they stand by their English names. */
export const optionNames: Readonly<Record<string, DemoAttribute>> = {
  size: {
    title: words('Size', 'Größe'),
    values: {
      '3 cups': words('3 cups', '3 Tassen'),
      '6 cups': words('6 cups', '6 Tassen'),
      Basket: words('Basket', 'Korb'),
      S: both('S'),
      M: both('M'),
    },
  },
  grind: {
    title: words('Grind', 'Mahlgrad'),
    values: {
      'Whole bean': words('Whole bean', 'Ganze Bohne'),
      'For filter': words('For filter', 'Für Filter'),
      'For French press': words('For French press', 'Für die Stempelkanne'),
    },
  },
  colour: { title: words('Colour', 'Farbe'), values: colours },
  finish: { title: words('Finish', 'Ausführung'), values: colours },
  version: {
    title: words('Version', 'Variante'),
    values: {
      'With tank': words('With tank', 'Mit Tank'),
      'Plumbed in': words('Plumbed in', 'Mit Wasseranschluss'),
      'Black coffee only': words('Black coffee only', 'Nur schwarzer Kaffee'),
      'With milk fridge': words('With milk fridge', 'Mit Milchkühler'),
      Single: words('Single', 'Einfach'),
      Double: words('Double', 'Doppelt'),
      Bottomless: words('Bottomless', 'Bodenlos'),
    },
  },
  pack: {
    title: words('Pack', 'Packung'),
    values: {
      'Pack of 100': words('Pack of 100', '100er-Pack'),
      'Pack of 500': words('Pack of 500', '500er-Pack'),
      'Set of 2': words('Set of 2', '2er-Set'),
      'Set of 6': words('Set of 6', '6er-Set'),
      'Sleeve of 50': words('Sleeve of 50', '50er-Stange'),
      'Carton of 1,000': words('Carton of 1,000', 'Karton mit 1.000'),
      '1 carton': words('1 carton', '1 Karton'),
      'Carton of 6': words('Carton of 6', '6er-Karton'),
      'Box of 10': words('Box of 10', '10er-Schachtel'),
      'Tub of 60': words('Tub of 60', '60er-Dose'),
    },
  },
};
