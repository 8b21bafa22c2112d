import { product, shown, variant, words } from './making.ts';
import type { DemoProduct } from './shape.ts';

export const care: readonly DemoProduct[] = [
  product({
    handle: 'cleaning-tablets',
    category: 'care/cleaning',
    title: words('Cleaning tablets', 'Reinigungstabletten'),
    summary: words(
      'One tablet, one blind basket, one clean group.',
      'Eine Tablette, ein Blindsieb, eine saubere Brühgruppe.',
    ),
    description: words(
      '<p>Dissolves coffee oil in four minutes and rinses without a trace. Free of phosphate. Irritates eyes and skin: keep away from children.</p>',
      '<p>Löst Kaffeefett in vier Minuten und spült sich rückstandsfrei aus. Ohne Phosphat. Reizt Augen und Haut: für Kinder unzugänglich aufbewahren.</p>',
    ),
    popularity: 59,
    related: ['descaler', 'milk-cleaner', 'office-barista-8'],
    variants: [
      variant({
        sku: 'TAB-10',
        options: { Pack: 'Box of 10' },
        shown: shown('7.90', '6.90', '8.40', '1300'),
        cost: '2.10',
        stock: '150',
        weight_grams: 60,
        content: { amount: '10', unit: 'C62' },
        attributes: { pieces: '10', hazard: 'irritant' },
      }),
      variant({
        sku: 'TAB-60',
        options: { Pack: 'Tub of 60' },
        shown: shown('29.90', '26.20', '31.50', '4900'),
        cost: '9.30',
        stock: '95',
        weight_grams: 260,
        content: { amount: '60', unit: 'C62' },
        attributes: { pieces: '60', hazard: 'irritant' },
      }),
    ],
  }),
  product({
    handle: 'descaler',
    category: 'care/cleaning',
    title: words('Descaler', 'Entkalker'),
    summary: words(
      'Lactic acid that knows when to stop: kind to brass, hard on lime.',
      'Milchsäure mit Maß: schonend zu Messing, streng zu Kalk.',
    ),
    description: words(
      '<p>Turns colourless when it has done its work. Corrosive as a concentrate: wear gloves.</p>',
      '<p>Wird farblos, wenn die Arbeit getan ist. Als Konzentrat ätzend: Handschuhe tragen.</p>',
    ),
    popularity: 35,
    related: ['cleaning-tablets', 'water-filter'],
    variants: [
      variant({
        sku: 'DSC-250',
        options: { Size: '250 ml' },
        shown: shown('9.90', '8.70', '10.40', '1620'),
        cost: '2.80',
        stock: '84',
        weight_grams: 310,
        content: { amount: '250', unit: 'MLT' },
        attributes: { volume: '250', hazard: 'corrosive' },
      }),
      variant({
        sku: 'DSC-1L',
        options: { Size: '1 l' },
        shown: shown('24.90', '21.80', '26.30', '4080'),
        cost: '7.60',
        stock: '61',
        weight_grams: 1150,
        content: { amount: '1000', unit: 'MLT' },
        attributes: { volume: '1000', hazard: 'corrosive' },
      }),
    ],
  }),
  product({
    handle: 'milk-cleaner',
    category: 'care/cleaning',
    title: words('Milk-system cleaner', 'Milchsystemreiniger'),
    summary: words(
      'For wands and milk fridges, every evening, thirty seconds.',
      'Für Dampflanzen und Milchkühler, jeden Abend, dreißig Sekunden.',
    ),
    description: words(
      '<p>Loosens protein and fat before they bake on. A litre lasts a café three months. Irritates eyes and skin.</p>',
      '<p>Löst Eiweiß und Fett, bevor sie einbrennen. Ein Liter reicht einem Café drei Monate. Reizt Augen und Haut.</p>',
    ),
    popularity: 25,
    related: ['cleaning-tablets', 'milk-jug'],
    variants: [
      variant({
        sku: 'MLC-1L',
        shown: shown('17.90', '15.70', '18.90', '2930'),
        cost: '5.40',
        stock: '57',
        weight_grams: 1120,
        content: { amount: '1000', unit: 'MLT' },
        attributes: { volume: '1000', hazard: 'irritant' },
      }),
    ],
  }),
  product({
    handle: 'grinder-granules',
    category: 'care/cleaning',
    title: words('Grinder granules', 'Mühlenreiniger'),
    summary: words(
      'Pressed cereal that takes the old oil out of the burrs.',
      'Gepresstes Getreide, das altes Fett aus den Mahlscheiben holt.',
    ),
    description: words(
      '<p>Forty grams through the grinder once a week, then a handful of beans. Food-safe, gluten-free.</p>',
      '<p>Einmal in der Woche vierzig Gramm durch die Mühle, danach eine Handvoll Bohnen. Lebensmittelecht, glutenfrei.</p>',
    ),
    popularity: 23,
    related: ['grind-one', 'grind-pro-64', 'cleaning-tablets'],
    variants: [
      variant({
        sku: 'GRC-430',
        shown: shown('19.90', '17.40', '21.00', '3260'),
        cost: '6.80',
        stock: '49',
        weight_grams: 480,
        content: { amount: '430', unit: 'GRM' },
        attributes: {},
      }),
    ],
  }),
  product({
    handle: 'barista-cloth',
    category: 'care/cleaning',
    title: words('Barista cloths', 'Baristatücher'),
    summary: words(
      'Three colours for three jobs: steam, group, counter.',
      'Drei Farben für drei Aufgaben: Dampf, Gruppe, Theke.',
    ),
    description: words(
      '<p>Heavy cotton waffle weave, boil-proof, with a loop. A set of six, two of each colour.</p>',
      '<p>Schwere Baumwolle in Waffelbindung, kochfest, mit Schlaufe. Ein Sechserset, je zwei in einer Farbe.</p>',
    ),
    popularity: 17,
    related: ['milk-cleaner', 'knock-box'],
    variants: [
      variant({
        sku: 'CLO-6',
        options: { Pack: 'Set of 6' },
        shown: shown('18.90', '16.60', '19.90', '3090'),
        cost: '6.10',
        stock: '66',
        weight_grams: 340,
        content: { amount: '6', unit: 'C62' },
        attributes: { material: 'cotton', pieces: '6' },
      }),
    ],
  }),
  product({
    handle: 'water-filter',
    category: 'care/water',
    title: words('Water-filter cartridge', 'Wasserfilterkartusche'),
    summary: words(
      'Takes the lime, leaves the minerals that carry taste.',
      'Nimmt den Kalk und lässt die Mineralien, die den Geschmack tragen.',
    ),
    description: words(
      '<p>S sits in the tank of a home machine and does 50 litres; M is plumbed in before a bar machine and does 1,200 litres at 14 °dH.</p>',
      '<p>S sitzt im Tank einer Haushaltsmaschine und schafft 50 Liter; M wird vor einer Barmaschine eingebaut und schafft 1.200 Liter bei 14 °dH.</p>',
    ),
    popularity: 45,
    related: ['descaler', 'counter-duo', 'braided-hose'],
    variants: [
      variant({
        sku: 'WTR-S',
        options: { Size: 'S' },
        shown: shown('12.90', '11.30', '13.60', '2120'),
        cost: '4.10',
        stock: '110',
        weight_grams: 140,
        attributes: {},
      }),
      variant({
        sku: 'WTR-M',
        options: { Size: 'M' },
        shown: shown('89.00', '78.00', '94.00', '14600'),
        cost: '38.00',
        stock: '42',
        weight_grams: 2300,
        attributes: {},
      }),
    ],
  }),
];
