import { product, shown, variant, words } from './making.ts';
import type { DemoProduct, DemoVariant } from './shape.ts';

const glazes = [
  ['WHT', 'White'],
  ['SND', 'Sand'],
  ['MOS', 'Moss'],
  ['SLT', 'Slate'],
] as const;

/** One shape in four glazes; any mix of glazes counts together towards a quantity break. */
const inFourGlazes = (
  prefix: string,
  stocks: readonly string[],
  common: Omit<Parameters<typeof variant>[0], 'sku' | 'stock' | 'options'>,
): DemoVariant[] =>
  glazes.map(([code, colour], index) =>
    variant({
      ...common,
      sku: `${prefix}-${code}`,
      options: { Colour: colour },
      stock: stocks[index] ?? '0',
      mix_group: prefix.toLowerCase(),
    }),
  );

export const cups: readonly DemoProduct[] = [
  product({
    handle: 'espresso-cup',
    category: 'cups/porcelain',
    title: words('Espresso cup', 'Espressotasse'),
    summary: words(
      'Sixty millilitres with a wall as thick as a finger, saucer included.',
      'Sechzig Milliliter mit fingerdicker Wand, Untertasse inklusive.',
    ),
    description: words(
      '<p>An egg-shaped bowl that folds the crema back on itself. Hard porcelain, safe in a hotel dishwasher two thousand times over; the glazes are made to be mixed.</p>',
      '<p>Eine eiförmige Mulde, die die Crema zurückfaltet. Hartporzellan, zweitausendmal durch die Hotelspülmaschine; die Glasuren sind zum Mischen gedacht.</p>',
    ),
    popularity: 72,
    related: ['cappuccino-cup', 'house-espresso'],
    variants: inFourGlazes('CUP-ESP', ['320', '144', '96', '210'], {
      shown: shown('9.50', '8.30', '10.00', '1560'),
      cost: '3.20',
      weight_grams: 290,
      attributes: { volume: '60', material: 'porcelain' },
    }),
  }),
  product({
    handle: 'cappuccino-cup',
    category: 'cups/porcelain',
    title: words('Cappuccino cup', 'Cappuccinotasse'),
    summary: words(
      'One hundred and eighty millilitres, wide enough for a heart.',
      'Hundertachtzig Milliliter, weit genug für ein Herz.',
    ),
    description: words(
      '<p>The same porcelain, the same handle, room for milk. Stacks four high without wobbling.</p>',
      '<p>Dasselbe Porzellan, derselbe Henkel, Platz für Milch. Lässt sich zu viert stapeln, ohne zu wackeln.</p>',
    ),
    popularity: 67,
    related: ['espresso-cup', 'milk-jug', 'harbour-blend'],
    variants: inFourGlazes('CUP-CAP', ['280', '120', '72', '168'], {
      shown: shown('12.50', '10.90', '13.20', '2050'),
      cost: '4.30',
      weight_grams: 430,
      attributes: { volume: '180', material: 'porcelain' },
    }),
  }),
  product({
    handle: 'filter-mug',
    category: 'cups/porcelain',
    title: words('Filter mug', 'Kaffeebecher'),
    summary: words(
      'Three hundred millilitres of stoneware, thrown straight, with a handle for four fingers.',
      'Dreihundert Milliliter Steinzeug, gerade gedreht, mit einem Henkel für vier Finger.',
    ),
    description: words(
      '<p>Glazed inside, bare at the foot. No two speckles fall alike; that is the clay, not a fault.</p>',
      '<p>Innen glasiert, am Fuß roh. Keine Sprenkel fallen gleich; das ist der Ton und kein Fehler.</p>',
    ),
    popularity: 51,
    related: ['dripper', 'slow-drip'],
    variants: [
      variant({
        sku: 'MUG-SND',
        options: { Colour: 'Sand' },
        shown: shown('16.90', '14.80', '17.80', '2770'),
        cost: '5.90',
        stock: '88',
        weight_grams: 410,
        attributes: { volume: '300', material: 'stoneware' },
        mix_group: 'filter-mug',
      }),
      variant({
        sku: 'MUG-SLT',
        options: { Colour: 'Slate' },
        shown: shown('16.90', '14.80', '17.80', '2770'),
        cost: '5.90',
        stock: '64',
        weight_grams: 410,
        attributes: { volume: '300', material: 'stoneware' },
        mix_group: 'filter-mug',
      }),
    ],
  }),
  product({
    handle: 'double-wall-glass',
    category: 'cups/glass',
    title: words('Double-wall glass', 'Doppelwandglas'),
    summary: words('The coffee floats, the fingers stay cool.', 'Der Kaffee schwebt, die Finger bleiben kühl.'),
    description: words(
      '<p>Mouth-blown in pairs from borosilicate glass. The small one for espresso, the large one for cold brew and latte.</p>',
      '<p>Paarweise mundgeblasen aus Borosilikatglas. Das kleine für Espresso, das große für Cold Brew und Latte.</p>',
    ),
    popularity: 38,
    related: ['espresso-cup', 'vanilla-syrup'],
    variants: [
      variant({
        sku: 'DWG-80',
        options: { Size: '80 ml', Pack: 'Set of 2' },
        shown: shown('19.90', '17.40', '21.00', '3260'),
        cost: '7.30',
        stock: '54',
        weight_grams: 190,
        attributes: { volume: '80', material: 'glass', pieces: '2' },
      }),
      variant({
        sku: 'DWG-350',
        options: { Size: '350 ml', Pack: 'Set of 2' },
        shown: shown('27.90', '24.40', '29.50', '4570'),
        cost: '10.60',
        stock: '47',
        weight_grams: 360,
        attributes: { volume: '350', material: 'glass', pieces: '2' },
      }),
    ],
  }),
  product({
    handle: 'paper-cup',
    category: 'cups/to-go',
    title: words('Paper cup', 'Pappbecher'),
    summary: words(
      'Double-walled board with a water-based coating, compostable, by the sleeve or the carton.',
      'Doppelwandiger Karton mit wasserbasierter Beschichtung, kompostierbar, in Stangen oder im Karton.',
    ),
    description: words(
      '<p>No sleeve, no plastic film, no burnt fingers. All three sizes take the same lid.</p>',
      '<p>Keine Manschette, keine Kunststofffolie, keine verbrannten Finger. Auf alle drei Größen passt derselbe Deckel.</p>',
    ),
    popularity: 48,
    related: ['cup-lid', 'house-espresso'],
    variants: (
      [
        [
          '120 ml',
          '4',
          shown('5.90', '5.20', '6.20', '970'),
          '2.05',
          '180',
          260,
          shown('99.00', '87.00', '104.00', '16200'),
          '39.00',
          5400,
        ],
        [
          '240 ml',
          '8',
          shown('7.40', '6.50', '7.80', '1210'),
          '2.60',
          '320',
          420,
          shown('129.00', '113.00', '136.00', '21200'),
          '49.00',
          8600,
        ],
        [
          '360 ml',
          '12',
          shown('8.90', '7.80', '9.40', '1460'),
          '3.15',
          '240',
          560,
          shown('156.00', '137.00', '165.00', '25600'),
          '60.00',
          11400,
        ],
      ] as const
    ).flatMap(([size, ounces, sleeve, sleeveCost, stock, weight, carton, cartonCost, cartonWeight]) => [
      variant({
        sku: `PCP-${ounces}-50`,
        options: { Size: size, Pack: 'Sleeve of 50' },
        shown: sleeve,
        cost: sleeveCost,
        stock,
        pack_size: 50,
        weight_grams: weight,
        content: { amount: '50', unit: 'C62' },
        attributes: { volume: size.replace(' ml', ''), material: 'paper', pieces: '50' },
        mix_group: 'paper-cup',
      }),
      variant({
        sku: `PCP-${ounces}-1000`,
        options: { Size: size, Pack: 'Carton of 1,000' },
        shown: carton,
        cost: cartonCost,
        stock: '36',
        stock_policy: 'backorder',
        lead_time_days: 4,
        pack_size: 1000,
        weight_grams: cartonWeight,
        content: { amount: '1000', unit: 'C62' },
        attributes: { volume: size.replace(' ml', ''), material: 'paper', pieces: '1000' },
        mix_group: 'paper-cup-carton',
      }),
    ]),
  }),
  product({
    handle: 'cup-lid',
    category: 'cups/to-go',
    title: words('Fibre lid', 'Faserdeckel'),
    summary: words(
      'Pressed from sugar-cane fibre, tight, no plastic. From two sleeves.',
      'Aus Zuckerrohrfaser gepresst, dicht, ohne Kunststoff. Ab zwei Stangen.',
    ),
    description: words(
      '<p>Fits all our paper cups. Sold in pairs of sleeves, since nobody ever needed just one.</p>',
      '<p>Passt auf alle unsere Pappbecher. In Paaren von Stangen, denn eine allein hat noch nie gereicht.</p>',
    ),
    popularity: 30,
    related: ['paper-cup'],
    variants: [
      variant({
        sku: 'LID-50',
        options: { Pack: 'Sleeve of 50' },
        shown: shown('4.90', '4.30', '5.20', '800'),
        cost: '1.70',
        stock: '400',
        min_quantity: '2',
        quantity_step: '2',
        pack_size: 50,
        weight_grams: 210,
        content: { amount: '50', unit: 'C62' },
        attributes: { material: 'paper', pieces: '50' },
      }),
    ],
  }),
  product({
    handle: 'travel-cup',
    category: 'cups/to-go',
    title: words('Travel cup', 'Mehrwegbecher'),
    summary: words(
      'Steel that keeps coffee warm for four hours and quiet in the bag.',
      'Stahl, der Kaffee vier Stunden warm hält und in der Tasche dicht bleibt.',
    ),
    description: words(
      '<p>Ceramic inside, so it tastes of coffee only. The lid opens with one thumb and comes apart in two.</p>',
      '<p>Innen keramisch beschichtet, schmeckt also nur nach Kaffee. Der Deckel öffnet mit einem Daumen und lässt sich in zwei Teile zerlegen.</p>',
    ),
    popularity: 50,
    related: ['hand-grinder', 'morning-filter'],
    variants: (
      [
        ['TRV-CRM', 'Cream', '42'],
        ['TRV-MOS', 'Moss', '35'],
        ['TRV-BLK', 'Black', '58'],
      ] as const
    ).map(([sku, colour, stock]) =>
      variant({
        sku,
        options: { Colour: colour },
        shown: shown('27.90', '24.50', '29.50', '4570'),
        cost: '10.90',
        stock,
        weight_grams: 290,
        attributes: { volume: '340', material: 'steel' },
        mix_group: 'travel-cup',
      }),
    ),
  }),
  product({
    handle: 'thermal-jug',
    category: 'cups/to-go',
    title: words('Thermal jug', 'Isolierkanne'),
    summary: words(
      'Two litres of hot coffee, on the table from breakfast to the last meeting.',
      'Zwei Liter heißer Kaffee, vom Frühstück bis zur letzten Besprechung.',
    ),
    description: words(
      '<p>Vacuum steel, one-hand pour, a window that shows what is inside without opening. Fits under the Batch Brewer.</p>',
      '<p>Vakuumstahl, einhändig zu gießen, mit einer Anzeige, die den Inhalt ohne Öffnen verrät. Passt unter die Filtermaschine 2.2.</p>',
    ),
    popularity: 27,
    related: ['batch-brewer', 'morning-filter'],
    variants: [
      variant({
        sku: 'TJG-2L',
        shown: shown('69.00', '60.50', '73.00', '11300'),
        cost: '31.00',
        stock: '24',
        weight_grams: 1450,
        attributes: { volume: '2000', material: 'steel' },
      }),
    ],
  }),
];
