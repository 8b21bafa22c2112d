import { product, shown, variant, words } from './making.ts';
import type { DemoProduct, DemoVariant } from './shape.ts';

const syrup = (prefix: string, stocks: readonly [string, string]): DemoVariant[] => [
  variant({
    sku: `${prefix}-250`,
    options: { Size: '250 ml' },
    shown: shown('6.90', '6.00', '7.30', '1130'),
    cost: '2.20',
    stock: stocks[0],
    tax_class: 'reduced',
    weight_grams: 520,
    content: { amount: '250', unit: 'MLT' },
    attributes: { volume: '250' },
    mix_group: 'syrup-250',
  }),
  variant({
    sku: `${prefix}-700`,
    options: { Size: '700 ml' },
    shown: shown('13.90', '12.20', '14.70', '2280'),
    cost: '4.70',
    stock: stocks[1],
    tax_class: 'reduced',
    weight_grams: 1350,
    content: { amount: '700', unit: 'MLT' },
    attributes: { volume: '700' },
    mix_group: 'syrup-700',
  }),
];

export const pantry: readonly DemoProduct[] = [
  product({
    handle: 'vanilla-syrup',
    category: 'pantry/syrups',
    title: words('Vanilla syrup', 'Vanillesirup'),
    summary: words(
      'Whole Bourbon pods, split and left in the cane sugar for a week.',
      'Ganze Bourbonschoten, aufgeschnitten und eine Woche im Rohrzucker gezogen.',
    ),
    description: words(
      '<p>You see the seeds at the bottom; shake first. One pump of 8 ml is enough for a cappuccino.</p>',
      '<p>Unten sehen Sie das Mark; bitte schütteln. Ein Hub von 8 ml genügt für einen Cappuccino.</p>',
    ),
    popularity: 54,
    related: ['caramel-syrup', 'hazelnut-syrup', 'double-wall-glass'],
    variants: syrup('SYR-VAN', ['96', '140']),
  }),
  product({
    handle: 'caramel-syrup',
    category: 'pantry/syrups',
    title: words('Burnt caramel syrup', 'Karamellsirup'),
    summary: words(
      'Cooked until it is almost too late, then a pinch of salt.',
      'Gekocht, bis es fast zu spät ist, dann eine Prise Salz.',
    ),
    description: words(
      '<p>Bitter enough to stand beside espresso. No flavouring, no colour: just sugar that was brave.</p>',
      '<p>Bitter genug, um neben Espresso zu bestehen. Kein Aroma, keine Farbe: nur mutiger Zucker.</p>',
    ),
    popularity: 46,
    related: ['vanilla-syrup', 'hazelnut-syrup'],
    variants: syrup('SYR-CAR', ['88', '120']),
  }),
  product({
    handle: 'hazelnut-syrup',
    category: 'pantry/syrups',
    title: words('Hazelnut syrup', 'Haselnusssirup'),
    summary: words(
      'Piedmont hazelnuts, roasted with us, pressed into syrup.',
      'Haselnüsse aus dem Piemont, bei uns geröstet, in Sirup gepresst.',
    ),
    description: words(
      '<p>Tastes of the nut and not of the idea of one. Contains hazelnuts.</p>',
      '<p>Schmeckt nach der Nuss und nicht nach der Vorstellung davon. Enthält Haselnüsse.</p>',
    ),
    popularity: 32,
    related: ['vanilla-syrup', 'caramel-syrup'],
    variants: syrup('SYR-HAZ', ['52', '75']),
  }),
  product({
    handle: 'chai-concentrate',
    category: 'pantry/drinks',
    title: words('Chai concentrate', 'Chai-Konzentrat'),
    summary: words(
      'Assam, fresh ginger, cardamom: one part with two parts of milk.',
      'Assam, frischer Ingwer, Kardamom: ein Teil auf zwei Teile Milch.',
    ),
    description: words(
      '<p>Brewed for eight hours, lightly sweetened. A litre makes sixteen cups.</p>',
      '<p>Acht Stunden gezogen, leicht gesüßt. Ein Liter ergibt sechzehn Tassen.</p>',
    ),
    popularity: 29,
    related: ['oat-drink', 'drinking-chocolate'],
    variants: [
      variant({
        sku: 'CHA-1L',
        shown: shown('15.90', '13.90', '16.80', '2610'),
        cost: '5.60',
        stock: '60',
        weight_grams: 1180,
        content: { amount: '1000', unit: 'MLT' },
        attributes: { volume: '1000' },
      }),
    ],
  }),
  product({
    handle: 'drinking-chocolate',
    category: 'pantry/drinks',
    title: words('Drinking chocolate', 'Trinkschokolade'),
    summary: words(
      'Flakes of 55 per cent chocolate, nothing else.',
      'Flocken aus 55-prozentiger Schokolade, sonst nichts.',
    ),
    description: words(
      '<p>Twenty-five grams into hot milk, whisk, wait a breath. From cocoa of one cooperative in Peru.</p>',
      '<p>Fünfundzwanzig Gramm in heiße Milch, rühren, einen Atemzug warten. Aus dem Kakao einer Kooperative in Peru.</p>',
    ),
    popularity: 33,
    related: ['winter-roast', 'oat-drink'],
    variants: [
      variant({
        sku: 'CHO-500',
        options: { Size: '500 g' },
        shown: shown('14.90', '13.00', '15.70', '2450'),
        cost: '5.90',
        stock: '72',
        tax_class: 'reduced',
        weight_grams: 560,
        content: { amount: '500', unit: 'GRM' },
        attributes: { certified: 'organic' },
      }),
      variant({
        sku: 'CHO-2K',
        options: { Size: '2 kg' },
        shown: shown('49.00', '43.00', '52.00', '8050'),
        cost: '21.80',
        stock: '26',
        tax_class: 'reduced',
        weight_grams: 2150,
        content: { amount: '2000', unit: 'GRM' },
        attributes: { certified: 'organic' },
      }),
    ],
  }),
  product({
    handle: 'oat-drink',
    category: 'pantry/drinks',
    title: words('Barista oat drink', 'Barista-Haferdrink'),
    summary: words(
      'Foams like milk, keeps its foam, does not split in a light roast.',
      'Schäumt wie Milch, hält den Schaum und flockt auch in heller Röstung nicht.',
    ),
    description: words(
      '<p>German oats, a little rapeseed oil, salt. By the carton of six, as cafés take it, or one to try.</p>',
      '<p>Hafer aus Deutschland, etwas Rapsöl, Salz. Im Karton zu sechs, wie Cafés ihn nehmen, oder einzeln zum Probieren.</p>',
    ),
    popularity: 56,
    related: ['cappuccino-cup', 'chai-concentrate'],
    variants: [
      variant({
        sku: 'OAT-1L',
        options: { Pack: '1 carton' },
        shown: shown('2.90', '2.55', '3.10', '480'),
        cost: '1.25',
        stock: '240',
        weight_grams: 1060,
        content: { amount: '1000', unit: 'MLT' },
        attributes: { volume: '1000' },
      }),
      variant({
        sku: 'OAT-6L',
        options: { Pack: 'Carton of 6' },
        shown: shown('15.90', '13.90', '16.80', '2610'),
        cost: '7.10',
        stock: '130',
        pack_size: 6,
        weight_grams: 6500,
        content: { amount: '6000', unit: 'MLT' },
        attributes: { volume: '6000' },
      }),
    ],
  }),
];
