import { bags, product, shown, variant, words } from './making.ts';
import type { DemoProduct } from './shape.ts';

const morning = { roast: 'medium', origin: 'blend', process: 'washed', taste: 'caramel', certified: 'none' };
const grinds = { 'Whole bean': 'W', 'For filter': 'F', 'For French press': 'P' } as const;
const morningBags = (
  size: '250 g' | '1 kg',
  code: string,
  price: ReturnType<typeof shown>,
  euro: string,
  weight: number,
) =>
  Object.entries(grinds).map(([grind, letter]) =>
    variant({
      sku: `MOR-${code}-${letter}`,
      options: { Size: size, Grind: grind },
      shown: price,
      cost: euro,
      stock: letter === 'W' ? '110' : letter === 'F' ? '74' : '18',
      tax_class: 'reduced',
      weight_grams: weight,
      content: { amount: size === '1 kg' ? '1000' : '250', unit: 'GRM' },
      mix_group: 'morning-filter',
      attributes: morning,
    }),
  );

export const filterCoffee: readonly DemoProduct[] = [
  product({
    handle: 'morning-filter',
    category: 'coffee/beans/filter',
    title: words('Morning Filter', 'Morgenfilter'),
    summary: words(
      'Milk chocolate, red apple, no fuss: the pot that stands on most breakfast tables we know.',
      'Vollmilchschokolade, roter Apfel, keine Umstände: die Kanne auf den meisten Frühstückstischen, die wir kennen.',
    ),
    description: words(
      '<p>Guatemala and Colombia, both washed, roasted medium. Made for the big brewer, at its best in a dripper. We grind it for you on the day it is roasted if you wish.</p><p>60 g to the litre, 94 °C, four minutes.</p>',
      '<p>Guatemala und Kolumbien, beide gewaschen, mittel geröstet. Für die große Filtermaschine gemacht, im Handfilter am besten. Auf Wunsch mahlen wir ihn am Rösttag für Sie.</p><p>60 g auf den Liter, 94 °C, vier Minuten.</p>',
    ),
    popularity: 92,
    related: ['dripper', 'filter-papers', 'batch-brewer'],
    variants: [
      ...morningBags('250 g', '250', shown('8.20', '7.20', '8.70', '1360'), '2.90', 270),
      ...morningBags('1 kg', '1K', shown('25.90', '22.70', '27.20', '4260'), '10.60', 1040),
      variant({
        sku: 'MOR-5K-W',
        options: { Size: '5 kg', Grind: 'Whole bean' },
        shown: shown('118.00', '103.00', '124.00', '19400'),
        cost: '51.00',
        stock: '35',
        stock_policy: 'backorder',
        lead_time_days: 3,
        tax_class: 'reduced',
        weight_grams: 5150,
        content: { amount: '5000', unit: 'GRM' },
        mix_group: 'morning-filter',
        attributes: morning,
      }),
    ],
  }),
  product({
    handle: 'yirgacheffe',
    category: 'coffee/beans/filter',
    title: words('Yirgacheffe Konga', 'Yirgacheffe Konga'),
    summary: words(
      'Jasmine, bergamot and peach: the coffee that makes people ask what they have been drinking until now.',
      'Jasmin, Bergamotte und Pfirsich: der Kaffee, nach dem man sich fragt, was man bisher getrunken hat.',
    ),
    description: words(
      '<p>Washed at 2,000 metres by the Konga station, roasted light in small batches. Let it cool a little; it keeps changing until the last sip.</p><p>62 g to the litre, 95 °C.</p>',
      '<p>Auf 2.000 Metern von der Station Konga gewaschen, in kleinen Chargen hell geröstet. Lassen Sie ihn etwas abkühlen; er verändert sich bis zum letzten Schluck.</p><p>62 g auf den Liter, 95 °C.</p>',
    ),
    popularity: 70,
    related: ['dripper', 'gooseneck-kettle', 'kenya-nyeri'],
    variants: bags(
      'YIR',
      { roast: 'light', origin: 'ethiopia', process: 'washed', taste: 'floral', certified: 'organic' },
      [
        { size: '250 g', shown: shown('12.90', '11.30', '13.60', '2130'), cost: '5.20', stock: '64' },
        { size: '500 g', shown: shown('23.90', '20.90', '25.20', '3950'), cost: '10.10', stock: '38' },
        { size: '1 kg', shown: shown('43.50', '38.00', '45.80', '7180'), cost: '19.80', stock: '20' },
      ],
    ),
  }),
  product({
    handle: 'kenya-nyeri',
    category: 'coffee/beans/filter',
    title: words('Kenya Nyeri AA', 'Kenia Nyeri AA'),
    summary: words(
      'Blackcurrant, grapefruit and brown sugar: loud, clear, unforgettable.',
      'Schwarze Johannisbeere, Grapefruit und brauner Zucker: laut, klar, unvergesslich.',
    ),
    description: words(
      '<p>Large AA beans of the varieties SL28 and SL34, double-washed. Only forty sacks reach us each year; when they are gone, they are gone until June.</p>',
      '<p>Große AA-Bohnen der Sorten SL28 und SL34, doppelt gewaschen. Nur vierzig Sack erreichen uns im Jahr; sind sie weg, gibt es bis Juni keine.</p>',
    ),
    popularity: 44,
    related: ['yirgacheffe', 'coffee-scale', 'dripper'],
    variants: bags('KEN', { roast: 'light', origin: 'kenya', process: 'washed', taste: 'fruit', certified: 'none' }, [
      {
        size: '250 g',
        shown: shown('14.50', '12.70', '15.30', '2390'),
        compare_at: shown('16.50', '14.40', '17.40', '2720'),
        cost: '6.30',
        stock: '7',
      },
      { size: '500 g', shown: shown('27.00', '23.60', '28.40', '4450'), cost: '12.20', stock: '0' },
    ]),
  }),
  product({
    handle: 'colombia-huila',
    category: 'coffee/beans/filter',
    title: words('Colombia Huila', 'Kolumbien Huila'),
    summary: words(
      'Panela, red plum, almond: a filter coffee that also does well under pressure.',
      'Panela, rote Pflaume, Mandel: ein Filterkaffee, der auch unter Druck gut ist.',
    ),
    description: words(
      '<p>From 63 smallholders around Pitalito who bring their parchment to one mill. Roasted for both ways of brewing: a little lighter than espresso, a little darker than filter.</p>',
      '<p>Von 63 Kleinbauern rund um Pitalito, die ihren Pergamino zu einer Mühle bringen. Für beide Zubereitungen geröstet: etwas heller als Espresso, etwas dunkler als Filter.</p>',
    ),
    popularity: 52,
    related: ['morning-filter', 'french-press'],
    variants: bags(
      'COL',
      { roast: 'medium', origin: 'colombia', process: 'washed', taste: 'caramel', certified: 'none' },
      [
        { size: '250 g', shown: shown('10.90', '9.50', '11.50', '1800'), cost: '4.20', stock: '58' },
        { size: '500 g', shown: shown('19.90', '17.40', '21.00', '3290'), cost: '8.10', stock: '40' },
        { size: '1 kg', shown: shown('35.90', '31.40', '37.80', '5930'), cost: '15.70', stock: '33' },
      ],
    ),
  }),
  product({
    handle: 'guatemala-antigua',
    category: 'coffee/beans/filter',
    title: words('Guatemala Antigua', 'Guatemala Antigua'),
    summary: words(
      'Cocoa, orange and a trace of smoke, grown between three volcanoes.',
      'Kakao, Orange und ein Hauch von Rauch, gewachsen zwischen drei Vulkanen.',
    ),
    description: words(
      '<p>Bourbon and Caturra in the shade of gravilea trees on volcanic soil. A grown-up cup with weight, good in a French press on a cold day.</p>',
      '<p>Bourbon und Caturra im Schatten von Grevilleen auf vulkanischem Boden. Eine erwachsene Tasse mit Gewicht, an kalten Tagen gut aus der Stempelkanne.</p>',
    ),
    popularity: 33,
    related: ['french-press', 'colombia-huila'],
    variants: bags(
      'GUA',
      { roast: 'medium', origin: 'guatemala', process: 'washed', taste: 'chocolate', certified: 'none' },
      [
        { size: '250 g', shown: shown('11.20', '9.80', '11.80', '1850'), cost: '4.40', stock: '42' },
        { size: '500 g', shown: shown('20.50', '17.90', '21.70', '3390'), cost: '8.50', stock: '24' },
        { size: '1 kg', shown: shown('36.90', '32.30', '38.80', '6090'), cost: '16.30', stock: '27' },
      ],
    ),
  }),
  product({
    handle: 'sumatra-mandheling',
    category: 'coffee/beans/filter',
    title: words('Sumatra Mandheling', 'Sumatra Mandheling'),
    summary: words(
      'Cedar, dark honey and wet earth: the other end of the map.',
      'Zeder, dunkler Honig und feuchte Erde: das andere Ende der Landkarte.',
    ),
    description: words(
      '<p>Hulled while still wet, as only done here, which gives it the low, spicy voice. Little acidity, much body; pairs with dark bread and strong cheese.</p>',
      '<p>Noch nass geschält, wie es nur hier üblich ist; daher die tiefe, würzige Stimme. Wenig Säure, viel Körper; gut zu dunklem Brot und kräftigem Käse.</p>',
    ),
    popularity: 24,
    related: ['guatemala-antigua', 'french-press'],
    variants: bags(
      'SUM',
      { roast: 'dark', origin: 'sumatra', process: 'wet-hulled', taste: 'spice', certified: 'organic' },
      [
        { size: '250 g', shown: shown('11.90', '10.40', '12.50', '1960'), cost: '4.70', stock: '30' },
        { size: '500 g', shown: shown('21.50', '18.80', '22.70', '3550'), cost: '9.10', stock: '16' },
        { size: '1 kg', shown: shown('39.00', '34.10', '41.00', '6440'), cost: '17.60', stock: '12' },
      ],
    ),
  }),
  product({
    handle: 'winter-roast',
    category: 'coffee/beans/filter',
    title: words('Winter Roast', 'Winterröstung'),
    summary: words(
      'Gingerbread, cherry and candied orange: only from November until the snow is gone.',
      'Lebkuchen, Kirsche und Orangeat: nur von November, bis der Schnee weg ist.',
    ),
    description: words(
      '<p>Every winter another blend; this year a natural Ethiopian meets a Honduran aged in a rum cask. Last year’s is no longer roasted, and its bag has found its successor here.</p>',
      '<p>Jeden Winter eine andere Mischung; in diesem Jahr trifft ein natürlicher Äthiopier auf einen Honduraner aus dem Rumfass. Die des Vorjahres rösten wir nicht mehr; ihr Nachfolger steht hier.</p>',
    ),
    popularity: 66,
    related: ['tasting-trio', 'drinking-chocolate'],
    variants: [
      ...bags('WIN26', { roast: 'medium', origin: 'blend', process: 'mixed', taste: 'spice', certified: 'none' }, [
        { size: '250 g', shown: shown('12.50', '10.90', '13.20', '2060'), cost: '4.80', stock: '90' },
        { size: '500 g', shown: shown('22.90', '20.00', '24.10', '3780'), cost: '9.20', stock: '60' },
      ]),
    ],
  }),
  product({
    handle: 'winter-roast-2025',
    category: 'coffee/beans/filter',
    title: words('Winter Roast 2025', 'Winterröstung 2025'),
    summary: words(
      'Last winter’s blend of Honduras and Sumatra, no longer roasted.',
      'Die Mischung des letzten Winters aus Honduras und Sumatra, nicht mehr im Programm.',
    ),
    description: words(
      '<p>It tasted of plum and cinnamon. Who liked it will like this year’s Winter Roast.</p>',
      '<p>Sie schmeckte nach Pflaume und Zimt. Wem sie gefiel, dem gefällt auch die Winterröstung dieses Jahres.</p>',
    ),
    popularity: 1,
    related: ['winter-roast'],
    variants: bags('WIN25', { roast: 'medium', origin: 'blend', process: 'mixed', taste: 'spice', certified: 'none' }, [
      {
        size: '250 g',
        shown: shown('11.90', '10.40', '12.50', '1960'),
        cost: '4.50',
        stock: '0',
        status: 'discontinued',
        replaced_by: 'WIN26-250',
      },
    ]),
  }),
  product({
    handle: 'green-sidamo',
    category: 'coffee/green',
    title: words('Green Sidamo', 'Rohkaffee Sidamo'),
    summary: words(
      'Unroasted beans of the new harvest, by weight, from half a kilo.',
      'Ungeröstete Bohnen der neuen Ernte, nach Gewicht, ab einem halben Kilo.',
    ),
    description: words(
      '<p>The same lot as our Sidamo Espresso, moisture 10.8 %, screen 15 and above. Weighed to the quarter kilo into a lined paper sack; keeps for a year, dry and dark.</p>',
      '<p>Dieselbe Partie wie unser Sidamo Espresso, Feuchte 10,8 %, Sieb 15 und größer. Auf das Viertelkilo genau in einen beschichteten Papiersack gewogen; trocken und dunkel ein Jahr haltbar.</p>',
    ),
    popularity: 15,
    related: ['sidamo-espresso', 'green-santos'],
    variants: [
      variant({
        sku: 'GRN-SID',
        unit: 'KGM',
        shown: shown('14.80', '12.90', '15.60', '2440'),
        cost: '7.90',
        stock: '180.5',
        min_quantity: '0.5',
        quantity_step: '0.25',
        tax_class: 'reduced',
        weight_grams: 1010,
        content: { amount: '1000', unit: 'GRM' },
        mix_group: 'green-coffee',
        attributes: { roast: 'green', origin: 'ethiopia', process: 'natural', certified: 'organic' },
      }),
    ],
  }),
  product({
    handle: 'green-santos',
    category: 'coffee/green',
    title: words('Green Santos', 'Rohkaffee Santos'),
    summary: words(
      'The patient Brazilian base of many blends, unroasted, by the kilo.',
      'Die geduldige brasilianische Grundlage vieler Mischungen, ungeröstet, nach Kilo.',
    ),
    description: words(
      '<p>Santos NY2, screen 17/18, natural. Good to learn roasting with: even, forgiving, cheap enough for a burnt batch.</p>',
      '<p>Santos NY2, Sieb 17/18, natürlich aufbereitet. Gut, um das Rösten zu lernen: gleichmäßig, nachsichtig und günstig genug für eine verbrannte Charge.</p>',
    ),
    popularity: 12,
    related: ['green-sidamo'],
    variants: [
      variant({
        sku: 'GRN-SAN',
        unit: 'KGM',
        shown: shown('9.60', '8.40', '10.10', '1580'),
        cost: '4.85',
        stock: '420.25',
        stock_policy: 'backorder',
        min_quantity: '0.5',
        quantity_step: '0.25',
        tax_class: 'reduced',
        weight_grams: 1010,
        content: { amount: '1000', unit: 'GRM' },
        mix_group: 'green-coffee',
        attributes: { roast: 'green', origin: 'brazil', process: 'natural', certified: 'none' },
      }),
    ],
  }),
];
