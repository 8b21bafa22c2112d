import { barConfiguration, homeConfiguration, without } from './machine-care.ts';
import { product, shown, variant, words } from './making.ts';
import type { DemoProduct } from './shape.ts';

export const officeMachines: readonly DemoProduct[] = [
  product({
    handle: 'office-barista-8',
    category: 'machines/bean-to-cup',
    title: words('Office Barista 8', 'Office Barista 8'),
    summary: words(
      'Eight drinks at one touch for teams of up to twenty-five.',
      'Acht Getränke auf einen Griff für Teams bis fünfundzwanzig Personen.',
    ),
    description: words(
      '<p>Grinds, brews, rinses and asks for water before it is empty. With the milk fridge at its side it makes flat whites that nobody has to queue outside for.</p>',
      '<p>Mahlt, brüht, spült und bittet um Wasser, bevor es leer ist. Mit dem Milchkühler daneben gibt es Flat White, für den niemand mehr hinausgehen muss.</p>',
    ),
    popularity: 57,
    related: ['finca-organic-espresso', 'cleaning-tablets', 'milk-cleaner'],
    ...barConfiguration,
    variants: [
      variant({
        sku: 'OB8-BLK',
        options: { Version: 'Black coffee only' },
        shown: shown('1490.00', '1309.00', '1590.00', '244000'),
        cost: '890.00',
        stock: '9',
        weight_grams: 14500,
        lead_time_days: 3,
        attributes: { wattage: '1500', tank: '4', 'machine-weight': '12.2', width: '30', 'cups-per-day': '60' },
      }),
      variant({
        sku: 'OB8-MLK',
        options: { Version: 'With milk fridge' },
        shown: shown('1890.00', '1660.00', '2010.00', '309000'),
        cost: '1130.00',
        stock: '5',
        weight_grams: 22800,
        lead_time_days: 3,
        attributes: { wattage: '1650', tank: '4', 'machine-weight': '19.8', width: '53', 'cups-per-day': '60' },
      }),
    ],
  }),
  product({
    handle: 'office-barista-20',
    category: 'machines/bean-to-cup',
    title: words('Office Barista 20', 'Office Barista 20'),
    summary: words(
      'Two hoppers, plumbed in, two hundred cups a day: the breakfast room’s quiet colleague.',
      'Zwei Bohnenbehälter, Festwasser, zweihundert Tassen am Tag: die stille Kraft im Frühstücksraum.',
    ),
    description: words(
      '<p>One hopper for espresso, one for decaf; ten-inch screen with pictures, so that guests find their drink without a word of the language. Counts every cup for the bookkeeper.</p>',
      '<p>Ein Behälter für Espresso, einer für Entkoffeinierten; ein Bildschirm mit Bildern, auf dem Gäste ihr Getränk auch ohne Sprachkenntnisse finden. Zählt jede Tasse für die Buchhaltung.</p>',
    ),
    popularity: 39,
    related: ['finca-organic-espresso', 'night-shift-decaf', 'water-filter'],
    ...barConfiguration,
    variants: [
      variant({
        sku: 'OB20',
        shown: shown('4590.00', '4030.00', '4890.00', '751000'),
        cost: '2740.00',
        stock: '4',
        stock_policy: 'backorder',
        weight_grams: 41000,
        lead_time_days: 7,
        attributes: { wattage: '2800', 'machine-weight': '36', width: '41', 'cups-per-day': '200' },
      }),
    ],
  }),
  product({
    handle: 'batch-brewer',
    category: 'machines/brewers',
    title: words('Batch Brewer 2.2', 'Filtermaschine 2.2'),
    summary: words(
      'Two vacuum jugs of 2.2 litres, one after the other, at exactly 94 °C.',
      'Zwei Isolierkannen mit je 2,2 Litern, nacheinander, bei genau 94 °C.',
    ),
    description: words(
      '<p>Pre-infusion, pulse brewing, and a wide spray head that wets the whole bed. Holds the flavour for two hours in the jug, never on a hotplate.</p>',
      '<p>Vorbrühen, Pulsbrühen und ein breiter Brausekopf, der das ganze Bett benetzt. Hält den Geschmack zwei Stunden in der Kanne, nie auf einer Heizplatte.</p>',
    ),
    popularity: 36,
    related: ['morning-filter', 'filter-papers', 'thermal-jug'],
    ...barConfiguration,
    variants: [
      variant({
        sku: 'BAT-22',
        shown: shown('789.00', '692.00', '840.00', '129000'),
        cost: '455.00',
        stock: '12',
        weight_grams: 9800,
        lead_time_days: 2,
        attributes: { wattage: '2100', 'machine-weight': '8.1', width: '21', volume: '2200', 'cups-per-day': '240' },
      }),
    ],
  }),
  product({
    handle: 'slow-drip',
    category: 'machines/brewers',
    title: words('Slow Drip', 'Slow Drip'),
    summary: words(
      'A filter machine for eight cups that brews like a patient person with a kettle.',
      'Eine Filtermaschine für acht Tassen, die brüht wie ein geduldiger Mensch mit Kessel.',
    ),
    description: words(
      '<p>Copper element, glass tank, one switch. Six minutes for a full litre between 92 and 96 °C, then it turns itself off.</p>',
      '<p>Heizelement aus Kupfer, Tank aus Glas, ein Schalter. Sechs Minuten für einen vollen Liter zwischen 92 und 96 °C, dann schaltet sie sich selbst ab.</p>',
    ),
    popularity: 49,
    related: ['morning-filter', 'filter-papers', 'filter-mug'],
    ...without(homeConfiguration, 'water-filter-subscription', 'grinder-service'),
    variants: [
      variant({
        sku: 'SLO-BLK',
        options: { Colour: 'Black' },
        shown: shown('219.00', '192.00', '230.00', '35900'),
        cost: '121.00',
        stock: '26',
        weight_grams: 4200,
        attributes: { wattage: '1400', tank: '1.25', width: '32', material: 'aluminium' },
      }),
      variant({
        sku: 'SLO-CPR',
        options: { Colour: 'Copper' },
        shown: shown('249.00', '218.00', '262.00', '40800'),
        compare_at: shown('269.00', '236.00', '283.00', '44100'),
        cost: '134.00',
        stock: '14',
        weight_grams: 4200,
        attributes: { wattage: '1400', tank: '1.25', width: '32', material: 'aluminium' },
      }),
    ],
  }),
];
