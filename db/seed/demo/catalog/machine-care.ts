import { module, plan, shown, words } from './making.ts';
import type { DemoModule, DemoPlan, ShownPrice } from './shape.ts';

/** Good, better, best for a machine; the prices are what they cost a month. */
export const carePlans = (good: ShownPrice, better: ShownPrice, best: ShownPrice): readonly DemoPlan[] => [
  plan({
    code: 'care',
    title: words('Care', 'Care'),
    description: words(
      'A yearly service and parts at cost. We answer within two working days.',
      'Eine Wartung im Jahr und Teile zum Einkaufspreis. Antwort innerhalb von zwei Werktagen.',
    ),
    price: good,
    includes: [],
  }),
  plan({
    code: 'care-plus',
    title: words('Care Plus', 'Care Plus'),
    description: words(
      'Service twice a year with all gaskets, grinder service included, on site within one working day.',
      'Zwei Wartungen im Jahr mit allen Dichtungen, Mühlenservice inbegriffen, vor Ort innerhalb eines Werktags.',
    ),
    price: better,
    includes: ['grinder-service'],
    most_chosen: true,
  }),
  plan({
    code: 'care-complete',
    title: words('Care Complete', 'Care Complete'),
    description: words(
      'Everything in Care Plus, all wear parts, and a loan machine the same day.',
      'Alles aus Care Plus, alle Verschleißteile und am selben Tag eine Leihmaschine.',
    ),
    price: best,
    includes: ['grinder-service', 'water-filter-subscription', 'spare-parts-kit'],
  }),
];

export const grinderService = (price: ShownPrice, fromThree: ShownPrice): DemoModule =>
  module({
    code: 'grinder-service',
    title: words('Grinder service', 'Mühlenservice'),
    description: words(
      'Burrs checked, cleaned and set once a year, per machine. Included from Care Plus on.',
      'Mahlscheiben einmal im Jahr geprüft, gereinigt und eingestellt, je Gerät. Ab Care Plus inbegriffen.',
    ),
    pricing: 'per_unit',
    price,
    breaks: [{ min_quantity: '3', price: fromThree }],
  });

export const installation = (price: ShownPrice): DemoModule =>
  module({
    code: 'installation',
    title: words('Installation', 'Installation'),
    description: words(
      'Set up, connected to water and power, and the first twenty shots pulled together.',
      'Aufgestellt, an Wasser und Strom angeschlossen und die ersten zwanzig Bezüge gemeinsam.',
    ),
    pricing: 'per_unit',
    price,
    excludes: ['self-installation'],
  });

export const selfInstallation: DemoModule = module({
  code: 'self-installation',
  title: words('Self-installation kit', 'Anschluss-Set'),
  description: words(
    'Pressure reducer, hose and fittings for those with their own plumber.',
    'Druckminderer, Schlauch und Verschraubungen, wenn Sie Ihren eigenen Installateur haben.',
  ),
  pricing: 'per_unit',
  price: shown('89.00', '78.00', '94.00', '14600'),
  excludes: ['installation'],
});

export const training: DemoModule = module({
  code: 'training',
  title: words('Barista training', 'Barista-Schulung'),
  description: words(
    'Half a day at your bar for up to six people, once per order. Needs a machine that is connected.',
    'Ein halber Tag an Ihrer Bar für bis zu sechs Personen, einmal je Bestellung. Setzt eine angeschlossene Maschine voraus.',
  ),
  pricing: 'flat',
  price: shown('390.00', '340.00', '410.00', '64000'),
  requires: { any: ['installation', 'self-installation'] },
});

export const sparePartsKit: DemoModule = module({
  code: 'spare-parts-kit',
  title: words('Spare-parts kit', 'Ersatzteilset'),
  description: words(
    'Gaskets, shower screens and a pump valve in the drawer: one kit serves two machines.',
    'Dichtungen, Duschsiebe und ein Pumpenventil für die Schublade: Ein Set reicht für zwei Maschinen.',
  ),
  pricing: 'per_unit',
  quantity: { per: '2' },
  price: shown('79.00', '69.00', '83.00', '13000'),
});

export const waterFilterSubscription: DemoModule = module({
  code: 'water-filter-subscription',
  title: words('Water-filter subscription', 'Wasserfilter-Abo'),
  description: words(
    'A fresh cartridge every three months, how many you choose.',
    'Alle drei Monate eine frische Kartusche, die Anzahl bestimmen Sie.',
  ),
  pricing: 'per_unit',
  quantity: 'free',
  billed: 'monthly',
  price: shown('9.90', '8.70', '10.40', '1640'),
});

export const extendedWarranty: DemoModule = module({
  code: 'extended-warranty',
  title: words('Five-year warranty', 'Fünf Jahre Garantie'),
  description: words(
    'Three more years on everything but wear, for seven per cent of machine and plan.',
    'Drei weitere Jahre auf alles außer Verschleiß, für sieben Prozent von Gerät und Paket.',
  ),
  pricing: 'percent',
  percent: '7',
  requires: { any: ['care', 'care-plus', 'care-complete'] },
});

export const telemetry: DemoModule = module({
  code: 'telemetry',
  title: words('Telemetry', 'Telemetrie'),
  description: words(
    'Cups, faults and water hardness on one page; service comes before you call.',
    'Bezüge, Störungen und Wasserhärte auf einer Seite; der Service kommt, bevor Sie anrufen.',
  ),
  pricing: 'per_unit',
  billed: 'monthly',
  price: shown('6.50', '5.70', '6.90', '1080'),
  requires: { any: ['care-plus', 'care-complete'] },
});

const homeCare = carePlans(
  shown('9.00', '7.90', '9.50', '1480'),
  shown('15.00', '13.20', '15.80', '2480'),
  shown('25.00', '22.00', '26.50', '4120'),
);
const barCare = carePlans(
  shown('49.00', '43.00', '52.00', '8100'),
  shown('89.00', '78.00', '94.00', '14700'),
  shown('149.00', '131.00', '157.00', '24600'),
);

type Configuration = { readonly plans: readonly DemoPlan[]; readonly modules: readonly DemoModule[] };

/** For a kitchen: plans and what a household may add. */
export const homeConfiguration: Configuration = {
  plans: homeCare,
  modules: [
    grinderService(shown('49.00', '43.00', '52.00', '8100'), shown('42.00', '37.00', '44.00', '6900')),
    sparePartsKit,
    waterFilterSubscription,
    extendedWarranty,
  ],
};

/** For a bar or an office: with the people who come along. */
export const barConfiguration: Configuration = {
  plans: barCare,
  modules: [
    installation(shown('290.00', '255.00', '305.00', '47500')),
    selfInstallation,
    training,
    grinderService(shown('119.00', '104.00', '125.00', '19600'), shown('99.00', '87.00', '104.00', '16300')),
    sparePartsKit,
    waterFilterSubscription,
    extendedWarranty,
    telemetry,
  ],
};

/** The same offer for a product some modules make no sense for. */
export const without = (configuration: Configuration, ...codes: readonly string[]): Configuration => ({
  plans: configuration.plans.map((each) => ({
    ...each,
    includes: each.includes.filter((code) => !codes.includes(code)),
  })),
  modules: configuration.modules
    .filter(({ code }) => !codes.includes(code))
    .map((each) => ({ ...each, excludes: each.excludes.filter((code) => !codes.includes(code)) })),
});
