import { product, shown, variant, words } from './making.ts';
import type { DemoProduct } from './shape.ts';

export const brewing: readonly DemoProduct[] = [
  product({
    handle: 'dripper',
    category: 'brewing/by-hand',
    title: words('Porcelain dripper', 'Porzellan-Handfilter'),
    summary: words(
      'A cone with long ribs, thick enough to keep the heat.',
      'Ein Kegel mit langen Rippen, dick genug, um die Wärme zu halten.',
    ),
    description: words(
      '<p>Size 01 makes one or two cups, 02 up to four. Fired twice in Upper Franconia; the ring at the foot fits every mug and jug we sell.</p>',
      '<p>Größe 01 für ein bis zwei Tassen, 02 für bis zu vier. Zweimal gebrannt in Oberfranken; der Fuß passt auf jeden Becher und jede Kanne aus unserem Sortiment.</p>',
    ),
    popularity: 64,
    related: ['filter-papers', 'gooseneck-kettle', 'glass-server'],
    variants: (
      [
        ['DRP-01-WHT', '01', 'White', '21.90', '19.20', '23.00', '3580', '8.20', '44', 380],
        ['DRP-01-SLT', '01', 'Slate', '23.90', '20.90', '25.10', '3900', '8.90', '26', 380],
        ['DRP-02-WHT', '02', 'White', '26.90', '23.50', '28.30', '4390', '10.10', '52', 520],
        ['DRP-02-SLT', '02', 'Slate', '28.90', '25.30', '30.40', '4720', '10.80', '17', 520],
      ] as const
    ).map(([sku, size, colour, eur, gbp, usd, jpy, euro, stock, weight]) =>
      variant({
        sku,
        options: { Size: size, Colour: colour },
        shown: shown(eur, gbp, usd, jpy),
        cost: euro,
        stock,
        weight_grams: weight,
        attributes: { material: 'porcelain' },
        mix_group: 'dripper',
      }),
    ),
  }),
  product({
    handle: 'glass-server',
    category: 'brewing/by-hand',
    title: words('Glass server', 'Glaskanne'),
    summary: words(
      'Thin glass, a scale to pour by, a lid that stays on.',
      'Dünnes Glas, eine Skala zum Aufgießen, ein Deckel, der sitzt.',
    ),
    description: words(
      '<p>Borosilicate glass with marks every 100 ml. Goes on the stove over a diffuser, into the dishwasher, and under every dripper.</p>',
      '<p>Borosilikatglas mit Strichen alle 100 ml. Darf auf den Herd mit Wärmeverteiler, in die Spülmaschine und unter jeden Handfilter.</p>',
    ),
    popularity: 31,
    related: ['dripper', 'filter-papers'],
    variants: [
      variant({
        sku: 'SRV-400',
        options: { Size: '400 ml' },
        shown: shown('18.90', '16.60', '19.90', '3090'),
        cost: '6.90',
        stock: '40',
        weight_grams: 240,
        attributes: { volume: '400', material: 'glass' },
      }),
      variant({
        sku: 'SRV-700',
        options: { Size: '700 ml' },
        shown: shown('22.90', '20.10', '24.10', '3750'),
        cost: '8.40',
        stock: '35',
        weight_grams: 310,
        attributes: { volume: '700', material: 'glass' },
      }),
    ],
  }),
  product({
    handle: 'french-press',
    category: 'brewing/by-hand',
    title: words('French press', 'Stempelkanne'),
    summary: words(
      'Double-walled steel: hot to the last cup, and it survives the campsite.',
      'Doppelwandiger Stahl: heiß bis zur letzten Tasse, und zelten darf sie auch.',
    ),
    description: words(
      '<p>Two screens, no paper, all of the body. Four minutes, press slowly, pour at once.</p>',
      '<p>Zwei Siebe, kein Papier, der ganze Körper. Vier Minuten, langsam drücken, sofort ausschenken.</p>',
    ),
    popularity: 37,
    related: ['guatemala-antigua', 'morning-filter'],
    variants: [
      variant({
        sku: 'FRP-350',
        options: { Size: '350 ml' },
        shown: shown('39.00', '34.20', '41.00', '6390'),
        cost: '15.80',
        stock: '23',
        weight_grams: 640,
        attributes: { volume: '350', material: 'steel' },
      }),
      variant({
        sku: 'FRP-1L',
        options: { Size: '1 l' },
        shown: shown('54.00', '47.30', '57.00', '8850'),
        cost: '22.30',
        stock: '29',
        weight_grams: 980,
        attributes: { volume: '1000', material: 'steel' },
      }),
    ],
  }),
  product({
    handle: 'moka-pot',
    category: 'brewing/by-hand',
    title: words('Moka pot', 'Herdkanne'),
    summary: words(
      'Eight sides, one valve, strong coffee since grandmother’s kitchen.',
      'Acht Seiten, ein Ventil, starker Kaffee seit Großmutters Küche.',
    ),
    description: words(
      '<p>Cast aluminium with a beech knob. Fill the water to the valve, do not tamp, take it off when it starts to murmur.</p>',
      '<p>Aluminiumguss mit Buchenknauf. Wasser bis zum Ventil, nicht festdrücken, vom Herd nehmen, sobald sie zu murmeln beginnt.</p>',
    ),
    popularity: 41,
    related: ['monte-nero', 'espresso-cup'],
    variants: [
      variant({
        sku: 'MOK-3',
        options: { Size: '3 cups' },
        shown: shown('32.00', '28.10', '33.70', '5240'),
        cost: '12.60',
        stock: '30',
        weight_grams: 480,
        attributes: { volume: '150', material: 'aluminium' },
      }),
      variant({
        sku: 'MOK-6',
        options: { Size: '6 cups' },
        shown: shown('39.00', '34.20', '41.00', '6390'),
        cost: '15.90',
        stock: '34',
        weight_grams: 690,
        attributes: { volume: '300', material: 'aluminium' },
      }),
    ],
  }),
  product({
    handle: 'gooseneck-kettle',
    category: 'brewing/by-hand',
    title: words('Gooseneck kettle', 'Schwanenhalskessel'),
    summary: words('A thin, obedient stream, to the degree.', 'Ein dünner, gehorsamer Strahl, aufs Grad genau.'),
    description: words(
      '<p>Steel body, counterweighted handle, temperature from 60 to 100 °C held for an hour. Nine tenths of a litre in under four minutes.</p>',
      '<p>Stahlkörper, ausbalancierter Griff, 60 bis 100 °C, eine Stunde gehalten. Neun Zehntelliter in weniger als vier Minuten.</p>',
    ),
    popularity: 43,
    related: ['dripper', 'coffee-scale'],
    variants: [
      variant({
        sku: 'KET-BLK',
        options: { Colour: 'Black' },
        shown: shown('119.00', '104.00', '126.00', '19500'),
        cost: '58.00',
        stock: '20',
        weight_grams: 1350,
        attributes: { volume: '900', wattage: '1200', material: 'steel' },
      }),
      variant({
        sku: 'KET-STL',
        options: { Colour: 'Steel' },
        shown: shown('119.00', '104.00', '126.00', '19500'),
        cost: '58.00',
        stock: '13',
        weight_grams: 1350,
        attributes: { volume: '900', wattage: '1200', material: 'steel' },
      }),
    ],
  }),
  product({
    handle: 'filter-papers',
    category: 'brewing/filters',
    title: words('Filter papers', 'Filterpapier'),
    summary: words(
      'Bleached with oxygen, rinsed clean of any taste.',
      'Mit Sauerstoff gebleicht, ohne jeden Eigengeschmack.',
    ),
    description: words(
      '<p>Cones 01 and 02 for the dripper, baskets for the batch brewer. Compostable, cup and all grounds.</p>',
      '<p>Kegel 01 und 02 für den Handfilter, Körbe für die Filtermaschine. Samt Kaffeesatz kompostierbar.</p>',
    ),
    popularity: 68,
    related: ['dripper', 'batch-brewer', 'morning-filter'],
    variants: (
      [
        ['FLT-01', '01', 'Pack of 100', '5.90', '5.20', '6.20', '970', '1.40', '210', 160, '100'],
        ['FLT-02', '02', 'Pack of 100', '6.50', '5.70', '6.90', '1070', '1.60', '260', 210, '100'],
        ['FLT-BSK', 'Basket', 'Pack of 500', '24.90', '21.80', '26.20', '4080', '8.70', '90', 900, '500'],
      ] as const
    ).map(([sku, size, pack, eur, gbp, usd, jpy, euro, stock, weight, pieces]) =>
      variant({
        sku,
        options: { Size: size, Pack: pack },
        shown: shown(eur, gbp, usd, jpy),
        cost: euro,
        stock,
        weight_grams: weight,
        content: { amount: pieces, unit: 'C62' },
        attributes: { material: 'paper', pieces },
      }),
    ),
  }),
  product({
    handle: 'coffee-scale',
    category: 'brewing/barista-tools',
    title: words('Coffee scale', 'Kaffeewaage'),
    summary: words(
      'A tenth of a gram, a timer that starts by itself, thin enough for the drip tray.',
      'Ein Zehntelgramm, eine Uhr, die von selbst startet, flach genug fürs Abtropfblech.',
    ),
    description: words(
      '<p>Two kilos at most, charged by USB-C, splash-proof. The numbers are large enough without glasses.</p>',
      '<p>Bis zwei Kilo, über USB-C geladen, spritzwasserfest. Die Ziffern sind auch ohne Brille groß genug.</p>',
    ),
    popularity: 42,
    related: ['gooseneck-kettle', 'grind-one'],
    variants: [
      variant({
        sku: 'SCL-01',
        shown: shown('79.00', '69.30', '83.50', '12950'),
        cost: '36.00',
        stock: '31',
        weight_grams: 420,
        attributes: { width: '13' },
      }),
    ],
  }),
  product({
    handle: 'tamper',
    category: 'brewing/barista-tools',
    title: words('Tamper 58 mm', 'Tamper 58 mm'),
    summary: words(
      'Steel and beech, 420 g, level by its own weight.',
      'Stahl und Buche, 420 g, liegt durch sein Gewicht von selbst gerade.',
    ),
    description: words(
      '<p>Turned from one piece; the base measures 58.4 mm and leaves no rim. The handle is oiled, not lacquered, and grows darker with you.</p>',
      '<p>Aus einem Stück gedreht; die Basis misst 58,4 mm und lässt keinen Rand stehen. Der Griff ist geölt, nicht lackiert, und dunkelt mit Ihnen nach.</p>',
    ),
    popularity: 35,
    related: ['portafilter', 'knock-box', 'counter-one'],
    variants: [
      variant({
        sku: 'TMP-58',
        shown: shown('46.00', '40.30', '48.50', '7540'),
        cost: '18.90',
        stock: '39',
        weight_grams: 440,
        attributes: { diameter: '58', material: 'steel' },
      }),
    ],
  }),
  product({
    handle: 'milk-jug',
    category: 'brewing/barista-tools',
    title: words('Milk jug', 'Milchkanne'),
    summary: words(
      'A narrow spout for thin lines, marks inside for no waste.',
      'Ein schmaler Ausguss für feine Linien, Marken innen gegen Verschwendung.',
    ),
    description: words(
      '<p>1.2 mm steel, brushed outside. The small one for a cappuccino, the large one for two lattes.</p>',
      '<p>Stahl, 1,2 mm, außen gebürstet. Die kleine für einen Cappuccino, die große für zwei Latte.</p>',
    ),
    popularity: 34,
    related: ['cappuccino-cup', 'counter-one', 'milk-cleaner'],
    variants: [
      variant({
        sku: 'JUG-350',
        options: { Size: '350 ml' },
        shown: shown('24.90', '21.80', '26.30', '4080'),
        cost: '9.40',
        stock: '46',
        weight_grams: 260,
        attributes: { volume: '350', material: 'steel' },
      }),
      variant({
        sku: 'JUG-600',
        options: { Size: '600 ml' },
        shown: shown('29.90', '26.20', '31.50', '4900'),
        cost: '11.60',
        stock: '38',
        weight_grams: 340,
        attributes: { volume: '600', material: 'steel' },
      }),
    ],
  }),
  product({
    handle: 'knock-box',
    category: 'brewing/barista-tools',
    title: words('Knock box', 'Abschlagkasten'),
    summary: words(
      'A padded bar across a heavy steel box: one knock, done.',
      'Ein gepolsterter Steg über einem schweren Stahlkasten: ein Schlag, fertig.',
    ),
    description: words(
      '<p>Holds the pucks of a busy hour, stands on rubber, goes into the dishwasher.</p>',
      '<p>Fasst den Satz einer vollen Stunde, steht auf Gummi, darf in die Spülmaschine.</p>',
    ),
    popularity: 21,
    related: ['tamper', 'portafilter'],
    variants: [
      variant({
        sku: 'KNB-01',
        shown: shown('38.00', '33.30', '40.00', '6230'),
        cost: '15.20',
        stock: '18',
        weight_grams: 1100,
        attributes: { material: 'steel', width: '15' },
      }),
    ],
  }),
];
