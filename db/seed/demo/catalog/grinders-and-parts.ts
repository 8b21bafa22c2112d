import { barConfiguration, homeConfiguration, without } from './machine-care.ts';
import { product, shown, variant, words } from './making.ts';
import type { DemoProduct } from './shape.ts';

const homeGrinder = without(homeConfiguration, 'water-filter-subscription');
const barGrinder = without(barConfiguration, 'water-filter-subscription', 'self-installation', 'training');
const grindOne = { wattage: '150', burrs: '55', 'machine-weight': '5.3', width: '14', material: 'steel' };

export const grindersAndParts: readonly DemoProduct[] = [
  product({
    handle: 'grind-one',
    category: 'machines/grinders',
    title: words('Grind One', 'Grind One'),
    summary: words(
      'Flat 55 mm burrs, no steps, nothing left inside: the grinder Counter One deserves.',
      'Flache 55-mm-Scheiben, stufenlos, kaum Rückstand: die Mühle, die zur Counter One gehört.',
    ),
    description: words(
      '<p>You weigh the beans, it grinds them, eleven seconds for a double. From espresso to press with half a turn, and back to the same mark.</p>',
      '<p>Sie wiegen die Bohnen, sie mahlt, elf Sekunden für einen Doppelten. Von Espresso bis Stempelkanne in einer halben Drehung und wieder zurück auf dieselbe Marke.</p>',
    ),
    popularity: 79,
    related: ['counter-one', 'coffee-scale', 'grinder-granules'],
    ...homeGrinder,
    variants: (
      [
        ['GR1-STL', 'Steel', '22'],
        ['GR1-BLK', 'Black', '19'],
        ['GR1-CRM', 'Cream', '8'],
      ] as const
    ).map(([sku, colour, stock]) =>
      variant({
        sku,
        options: { Colour: colour },
        shown: shown('349.00', '306.00', '368.00', '57200'),
        cost: '188.00',
        stock,
        weight_grams: 6400,
        lead_time_days: 2,
        attributes: grindOne,
        mix_group: 'grind-one',
      }),
    ),
  }),
  product({
    handle: 'grind-pro-64',
    category: 'machines/grinders',
    title: words('Grind Pro 64', 'Grind Pro 64'),
    summary: words(
      'Sixty-four millimetres, two programmed doses, cool burrs through the morning rush.',
      'Vierundsechzig Millimeter, zwei Dosierungen, kühle Scheiben auch im Morgenansturm.',
    ),
    description: words(
      '<p>A café grinder small enough for a kitchen. Grinds 3.4 g a second, weighs while it does, and tells you when the burrs have done their ton.</p>',
      '<p>Eine Cafémühle, klein genug für die Küche. Mahlt 3,4 g in der Sekunde, wiegt dabei und meldet sich, wenn die Scheiben ihre Tonne hinter sich haben.</p>',
    ),
    popularity: 53,
    related: ['station-two', 'counter-duo', 'grinder-granules'],
    ...barGrinder,
    variants: [
      variant({
        sku: 'GP64-STL',
        options: { Colour: 'Steel' },
        shown: shown('989.00', '867.00', '1050.00', '162000'),
        cost: '570.00',
        stock: '10',
        weight_grams: 13200,
        lead_time_days: 3,
        attributes: { wattage: '420', burrs: '64', 'machine-weight': '11.4', width: '20' },
      }),
      variant({
        sku: 'GP64-BLK',
        options: { Colour: 'Black' },
        shown: shown('989.00', '867.00', '1050.00', '162000'),
        cost: '570.00',
        stock: '7',
        weight_grams: 13200,
        lead_time_days: 3,
        attributes: { wattage: '420', burrs: '64', 'machine-weight': '11.4', width: '20' },
      }),
    ],
  }),
  product({
    handle: 'grind-shop',
    category: 'machines/grinders',
    title: words('Grind Shop 98', 'Grind Shop 98'),
    summary: words(
      'Grinds a kilo a minute for the bag or the batch brewer.',
      'Mahlt ein Kilo in der Minute, für den Beutel oder die große Filtermaschine.',
    ),
    description: words(
      '<p>Ninety-eight millimetre steel burrs at low speed, a bag clamp that shakes the last gram out, and a dial a customer can read from the other side of the counter.</p>',
      '<p>Stahlscheiben mit achtundneunzig Millimetern bei niedriger Drehzahl, eine Beutelklemme, die das letzte Gramm herausschüttelt, und eine Skala, die auch vor der Theke lesbar ist.</p>',
    ),
    popularity: 20,
    related: ['morning-filter', 'batch-brewer'],
    ...barGrinder,
    variants: [
      variant({
        sku: 'GSH-98',
        shown: shown('1690.00', '1484.00', '1790.00', '277000'),
        cost: '1010.00',
        stock: '3',
        stock_policy: 'backorder',
        weight_grams: 27500,
        lead_time_days: 8,
        attributes: { wattage: '850', burrs: '98', 'machine-weight': '24.5', width: '22' },
      }),
    ],
  }),
  product({
    handle: 'hand-grinder',
    category: 'machines/grinders',
    title: words('Hand Grinder', 'Handmühle'),
    summary: words(
      'Thirty turns, steel cone, quiet enough for a sleeping house.',
      'Dreißig Umdrehungen, Stahlkegel, leise genug für ein schlafendes Haus.',
    ),
    description: words(
      '<p>Double bearings keep the cone true, the click ring finds your setting blind. Holds 28 g, fits a bicycle bag.</p>',
      '<p>Doppelt gelagert läuft der Kegel rund, der Rastring findet Ihre Einstellung blind. Fasst 28 g und passt in die Fahrradtasche.</p>',
    ),
    popularity: 45,
    related: ['dripper', 'travel-cup', 'yirgacheffe'],
    variants: [
      variant({
        sku: 'HGR-STL',
        options: { Colour: 'Steel' },
        shown: shown('89.00', '78.00', '94.00', '14600'),
        cost: '41.00',
        stock: '37',
        weight_grams: 620,
        attributes: { burrs: '38', material: 'steel' },
      }),
      variant({
        sku: 'HGR-BLK',
        options: { Colour: 'Black' },
        shown: shown('89.00', '78.00', '94.00', '14600'),
        cost: '41.00',
        stock: '21',
        weight_grams: 620,
        attributes: { burrs: '38', material: 'steel' },
      }),
    ],
  }),
  product({
    handle: 'portafilter',
    category: 'machines/parts',
    title: words('Portafilter 58 mm', 'Siebträger 58 mm'),
    summary: words(
      'Brass, chromed, with a beech handle: fits every machine we sell.',
      'Messing, verchromt, mit Buchengriff: passt an jede unserer Maschinen.',
    ),
    description: words(
      '<p>Single or double spout, or bottomless for those who want to see what went wrong. Basket for 18 g included.</p>',
      '<p>Mit einem oder zwei Ausläufen oder bodenlos für alle, die sehen wollen, was schiefging. Sieb für 18 g liegt bei.</p>',
    ),
    popularity: 28,
    related: ['tamper', 'counter-one', 'gasket-kit'],
    variants: (
      [
        ['PF58-1', 'Single', '49.00', '43.00', '52.00', '8050', '21.00', '16'],
        ['PF58-2', 'Double', '52.00', '45.50', '55.00', '8550', '22.50', '24'],
        ['PF58-B', 'Bottomless', '59.00', '51.50', '62.00', '9700', '25.00', '12'],
      ] as const
    ).map(([sku, version, eur, gbp, usd, jpy, euro, stock]) =>
      variant({
        sku,
        options: { Version: version },
        shown: shown(eur, gbp, usd, jpy),
        cost: euro,
        stock,
        weight_grams: 560,
        attributes: { diameter: '58', material: 'brass' },
        mix_group: 'portafilter',
      }),
    ),
  }),
  product({
    handle: 'gasket-kit',
    category: 'machines/parts',
    title: words('Gasket kit', 'Dichtungssatz'),
    summary: words(
      'Group gasket, shower screen and screw; ten minutes, once a year.',
      'Gruppendichtung, Duschsieb und Schraube; zehn Minuten, einmal im Jahr.',
    ),
    description: words(
      '<p>Silicone instead of rubber: it does not harden and does not stick. With a card that shows the three steps.</p>',
      '<p>Silikon statt Gummi: wird nicht hart und klebt nicht. Mit einer Karte, die die drei Handgriffe zeigt.</p>',
    ),
    popularity: 19,
    related: ['portafilter', 'cleaning-tablets'],
    variants: [
      variant({
        sku: 'GSK-58',
        options: { Size: '58 mm' },
        shown: shown('14.90', '13.00', '15.70', '2450'),
        cost: '4.80',
        stock: '70',
        weight_grams: 45,
        attributes: { diameter: '58', material: 'silicone' },
      }),
      variant({
        sku: 'GSK-54',
        options: { Size: '54 mm' },
        shown: shown('13.90', '12.20', '14.70', '2290'),
        cost: '4.50',
        stock: '33',
        weight_grams: 40,
        attributes: { diameter: '54', material: 'silicone' },
      }),
    ],
  }),
  product({
    handle: 'braided-hose',
    category: 'machines/parts',
    title: words('Braided hose', 'Panzerschlauch'),
    summary: words(
      'Steel-braided pressure hose, cut to the decimetre.',
      'Stahlumflochtener Druckschlauch, auf den Dezimeter geschnitten.',
    ),
    description: words(
      '<p>Food-grade inner tube under a stainless braid, for up to 20 bar. Sold by the metre from half a metre, in steps of ten centimetres; fittings are pressed on after cutting, so cut lengths cannot come back.</p>',
      '<p>Lebensmittelechter Innenschlauch unter Edelstahlgeflecht, bis 20 bar. Vom Meter ab einem halben, in Schritten von zehn Zentimetern; nach dem Zuschnitt pressen wir die Verschraubungen auf, zugeschnittene Längen können deshalb nicht zurück.</p>',
    ),
    popularity: 9,
    related: ['water-filter', 'counter-duo'],
    variants: [
      variant({
        sku: 'HOS-08',
        options: { Size: '8 mm' },
        unit: 'MTR',
        shown: shown('6.90', '6.05', '7.30', '1140'),
        cost: '2.15',
        stock: '86.4',
        min_quantity: '0.5',
        quantity_step: '0.1',
        weight_grams: 110,
        attributes: { diameter: '8', material: 'steel' },
        mix_group: 'braided-hose',
      }),
      variant({
        sku: 'HOS-12',
        options: { Size: '12 mm' },
        unit: 'MTR',
        shown: shown('8.40', '7.35', '8.90', '1380'),
        cost: '2.80',
        stock: '41.7',
        min_quantity: '0.5',
        quantity_step: '0.1',
        weight_grams: 165,
        attributes: { diameter: '12', material: 'steel' },
        mix_group: 'braided-hose',
      }),
    ],
  }),
];
