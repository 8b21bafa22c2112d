import { product, shown, variant, words } from './making.ts';
import type { DemoProduct } from './shape.ts';

export const sets: readonly DemoProduct[] = [
  product({
    handle: 'tasting-trio',
    category: 'coffee/sets',
    title: words('Tasting trio', 'Probiertrio'),
    summary: words(
      'House Espresso, Yirgacheffe and Colombia Huila, 250 g of each, with three cards.',
      'Hausespresso, Yirgacheffe und Kolumbien Huila, je 250 g, mit drei Karten.',
    ),
    description: words(
      '<p>The shortest way to find out what you like. Each card tells how to brew it and what to look for.</p>',
      '<p>Der kürzeste Weg herauszufinden, was Ihnen schmeckt. Jede Karte sagt, wie man brüht und worauf man achten kann.</p>',
    ),
    popularity: 75,
    related: ['house-espresso', 'yirgacheffe', 'colombia-huila'],
    bundle: [
      { sku: 'ESP-250', quantity: '1' },
      { sku: 'YIR-250', quantity: '1' },
      { sku: 'COL-250', quantity: '1' },
    ],
    variants: [
      variant({
        sku: 'SET-TRIO',
        shown: shown('29.90', '26.20', '31.50', '4900'),
        cost: '12.90',
        stock: '45',
        tax_class: 'reduced',
        weight_grams: 860,
        content: { amount: '750', unit: 'GRM' },
        attributes: { origin: 'blend' },
      }),
    ],
  }),
  product({
    handle: 'starter-set',
    category: 'coffee/sets',
    title: words('Espresso starter set', 'Espresso-Startset'),
    summary: words(
      'Counter One, Grind One, tamper, jug, two cups and the first kilo: nothing missing on day one.',
      'Counter One, Grind One, Tamper, Milchkanne, zwei Tassen und das erste Kilo: am ersten Tag fehlt nichts.',
    ),
    description: words(
      '<p>What we would pack for a friend. Everything is set to each other in our workshop, with the House Espresso that is in the box.</p>',
      '<p>Was wir einer Freundin einpacken würden. In der Werkstatt stellen wir alles aufeinander ein, mit genau dem Hausespresso, der in der Kiste liegt.</p>',
    ),
    popularity: 63,
    related: ['counter-one', 'grind-one', 'house-espresso'],
    bundle: [
      { sku: 'CO1-STL', quantity: '1' },
      { sku: 'GR1-STL', quantity: '1' },
      { sku: 'TMP-58', quantity: '1' },
      { sku: 'JUG-350', quantity: '1' },
      { sku: 'CUP-ESP-WHT', quantity: '2' },
      { sku: 'ESP-1K', quantity: '1' },
    ],
    variants: [
      variant({
        sku: 'SET-START',
        shown: shown('1049.00', '920.00', '1110.00', '171800'),
        cost: '604.00',
        stock: '8',
        weight_grams: 21500,
        lead_time_days: 3,
        attributes: {},
      }),
    ],
  }),
  product({
    handle: 'office-welcome-box',
    category: 'coffee/sets',
    title: words('Office welcome box', 'Willkommenskiste fürs Büro'),
    summary: words(
      'Two kilos of coffee, oat drink, cleaning tablets and twelve mugs’ worth of goodwill.',
      'Zwei Kilo Kaffee, Haferdrink, Reinigungstabletten und gute Laune für zwölf Becher.',
    ),
    description: words(
      '<p>For the first week with a new machine. Can be put into a standing order, every four weeks, without the mugs.</p>',
      '<p>Für die erste Woche mit einer neuen Maschine. Lässt sich als Dauerauftrag alle vier Wochen bestellen, dann ohne die Becher.</p>',
    ),
    popularity: 26,
    related: ['office-barista-8', 'finca-organic-espresso'],
    bundle: [
      { sku: 'FIN-1K', quantity: '2' },
      { sku: 'OAT-6L', quantity: '1' },
      { sku: 'TAB-10', quantity: '1' },
      { sku: 'MUG-SND', quantity: '4' },
    ],
    variants: [
      variant({
        sku: 'SET-OFFICE',
        shown: shown('139.00', '122.00', '147.00', '22800'),
        cost: '62.00',
        stock: '16',
        weight_grams: 10600,
        attributes: {},
      }),
    ],
  }),
];
