/** Who buys at the demo's shop, how often and what: what its year of orders is made of. */
export type DemoBuyer =
  | { readonly kind: 'company'; readonly company: string; readonly unit: string; readonly email: string }
  | {
      readonly kind: 'consumer';
      readonly email: string;
      readonly name: string;
      readonly language: 'en' | 'de';
      readonly market: 'DE' | 'GB';
      readonly address: {
        readonly address: string;
        readonly city: string;
        readonly postalCode: string;
        readonly country: string;
      };
    };

export type PastChannel = 'storefront' | 'api' | 'reorder';
export type Basket = readonly (readonly [sku: string, quantity: number])[];

const member = (company: string, unit: string, email: string): DemoBuyer => ({ kind: 'company', company, unit, email });

/** Who comes back how often with what. `last` days ago was the latest; whoever stopped has a large one. */
type Habit = {
  readonly buyer: DemoBuyer;
  readonly everyDays: number;
  readonly jitterDays: number;
  readonly last: number;
  readonly channel?: PastChannel;
  readonly basket: Basket;
};

const marta: DemoBuyer = {
  ...{ kind: 'consumer', email: 'marta@home.example', name: 'Marta Lorenz', language: 'en', market: 'DE' },
  address: { address: 'Kollwitzstraße 18', city: 'Berlin', postalCode: '10405', country: 'DE' },
};
const jonas: DemoBuyer = {
  ...{ kind: 'consumer', email: 'jonas@home.example', name: 'Jonas Weber', language: 'de', market: 'DE' },
  address: { address: 'Hansaring 77', city: 'Köln', postalCode: '50670', country: 'DE' },
};
const lena = member('cafe-lindenhof', 'hq', 'lena@lindenhof.example');
const timo = member('cafe-lindenhof', 'hq', 'timo@lindenhof.example');
const ana = member('harbour-hotels', 'pier-9', 'ana@harbour.example');
const ben = member('harbour-hotels', 'lighthouse', 'ben@harbour.example');
const cleo = member('harbour-hotels', 'lakeside', 'cleo@harbour.example');
const grace = member('northgate-office-supply', 'purchasing', 'grace@northgate.example');
const isaac = member('northgate-office-supply', 'purchasing', 'isaac@northgate.example');

export const habits: readonly Habit[] = [
  {
    buyer: lena,
    everyDays: 14,
    jitterDays: 1,
    last: 13,
    channel: 'reorder',
    basket: [
      ['ESP-5K', 1],
      ['OAT-6L', 3],
    ],
  },
  {
    buyer: lena,
    everyDays: 28,
    jitterDays: 2,
    last: 26,
    basket: [
      ['FLT-02', 6],
      ['MOR-1K-W', 4],
      ['TAB-60', 1],
    ],
  },
  {
    buyer: timo,
    everyDays: 42,
    jitterDays: 3,
    last: 40,
    basket: [
      ['PCP-8-50', 8],
      ['LID-50', 8],
    ],
  },
  {
    buyer: lena,
    everyDays: 120,
    jitterDays: 5,
    last: 34,
    basket: [
      ['CUP-CAP-WHT', 6],
      ['CUP-ESP-WHT', 6],
    ],
  },
  {
    buyer: ana,
    everyDays: 10,
    jitterDays: 1,
    last: 9,
    channel: 'reorder',
    basket: [
      ['ESP-1K', 12],
      ['MOR-1K-W', 6],
    ],
  },
  {
    buyer: ana,
    everyDays: 30,
    jitterDays: 2,
    last: 28,
    basket: [
      ['SYR-VAN-700', 6],
      ['SYR-CAR-700', 6],
      ['CHO-2K', 2],
    ],
  },
  {
    buyer: ben,
    everyDays: 21,
    jitterDays: 2,
    last: 19,
    basket: [
      ['ESP-5K', 3],
      ['FLT-BSK', 2],
    ],
  },
  {
    buyer: ben,
    everyDays: 75,
    jitterDays: 4,
    last: 47,
    basket: [
      ['CUP-CAP-WHT', 24],
      ['MUG-SND', 12],
    ],
  },
  {
    buyer: cleo,
    everyDays: 18,
    jitterDays: 2,
    last: 96,
    basket: [
      ['ESP-1K', 8],
      ['OAT-6L', 4],
    ],
  },
  {
    buyer: grace,
    everyDays: 30,
    jitterDays: 2,
    last: 74,
    channel: 'api',
    basket: [
      ['MOR-5K-W', 6],
      ['PCP-8-1000', 6],
    ],
  },
  {
    buyer: grace,
    everyDays: 60,
    jitterDays: 3,
    last: 80,
    channel: 'api',
    basket: [
      ['TAB-60', 24],
      ['DSC-1L', 12],
    ],
  },
  {
    buyer: isaac,
    everyDays: 90,
    jitterDays: 5,
    last: 102,
    channel: 'api',
    basket: [
      ['OB8-BLK', 1],
      ['WTR-M', 2],
    ],
  },
  { buyer: marta, everyDays: 26, jitterDays: 2, last: 24, basket: [['ESP-1K', 1]] },
  {
    buyer: marta,
    everyDays: 85,
    jitterDays: 4,
    last: 70,
    basket: [
      ['TAB-10', 1],
      ['OAT-6L', 1],
    ],
  },
  { buyer: jonas, everyDays: 21, jitterDays: 1, last: 19, basket: [['MOR-1K-F', 1]] },
  {
    buyer: jonas,
    everyDays: 63,
    jitterDays: 3,
    last: 61,
    basket: [
      ['FLT-02', 2],
      ['YIR-250', 1],
    ],
  },
];

/** What people put into one cart, and how often for every hundred carts or so. */
export const baskets: readonly (readonly [weight: number, basket: Basket])[] = [
  [17, [['ESP-1K', 1]]],
  [
    12,
    [
      ['ESP-250', 1],
      ['HAR-250', 1],
    ],
  ],
  [
    12,
    [
      ['MOR-250-F', 2],
      ['FLT-02', 1],
    ],
  ],
  [9, [['MOR-1K-W', 1]]],
  [
    8,
    [
      ['ESP-1K', 1],
      ['TAB-10', 1],
    ],
  ],
  [
    8,
    [
      ['YIR-250', 1],
      ['COL-250', 1],
    ],
  ],
  [
    6,
    [
      ['DRP-02-WHT', 1],
      ['FLT-02', 2],
      ['SRV-700', 1],
    ],
  ],
  [5, [['HAR-1K', 1]]],
  [
    5,
    [
      ['CUP-ESP-WHT', 4],
      ['ESP-500', 1],
    ],
  ],
  [4, [['CUP-CAP-SND', 2]]],
  [
    5,
    [
      ['OAT-6L', 1],
      ['CHO-500', 1],
    ],
  ],
  [
    4,
    [
      ['SYR-VAN-250', 1],
      ['SYR-CAR-250', 1],
    ],
  ],
  [5, [['SET-TRIO', 1]]],
  [3, [['FIN-500', 1]]],
  [4, [['TRV-MOS', 1]]],
  [
    3,
    [
      ['HGR-STL', 1],
      ['YIR-250', 1],
    ],
  ],
  [
    3,
    [
      ['GR1-STL', 1],
      ['ESP-1K', 1],
    ],
  ],
  [
    2,
    [
      ['CO1-STL', 1],
      ['TMP-58', 1],
      ['JUG-350', 1],
      ['ESP-1K', 1],
    ],
  ],
  [
    2,
    [
      ['SLO-BLK', 1],
      ['MOR-1K-F', 1],
      ['FLT-02', 1],
    ],
  ],
  [
    2,
    [
      ['DSC-250', 1],
      ['TAB-60', 1],
    ],
  ],
  [
    2,
    [
      ['FRP-1L', 1],
      ['MOR-250-P', 2],
    ],
  ],
  [
    2,
    [
      ['MOK-3', 1],
      ['MON-250', 1],
    ],
  ],
  [
    2,
    [
      ['NIG-250', 1],
      ['GUA-250', 1],
    ],
  ],
  [
    2,
    [
      ['KET-BLK', 1],
      ['SCL-01', 1],
    ],
  ],
  [2, [['WTR-S', 2]]],
  [1, [['SET-START', 1]]],
];
/** Only sold in their own winter. */
export const thisWinter: Basket = [['WIN26-250', 2]];
export const lastWinter: Basket = [
  ['WIN25-250', 1],
  ['ESP-250', 1],
];

const firstNames = {
  de: ['Anke', 'Bernd', 'Clara', 'Dirk', 'Elif', 'Fritz', 'Greta', 'Henrik', 'Ines', 'Jürgen', 'Katrin', 'Lars'],
  en: ['Alice', 'Ben', 'Chloe', 'Dev', 'Emma', 'Finn', 'Gwen', 'Harry', 'Isla', 'Jack', 'Kemi', 'Liam'],
} as const;
const lastNames = {
  de: ['Albers', 'Brandt', 'Demir', 'Engel', 'Fuchs', 'Groß', 'Hartmann', 'Jansen', 'Koch', 'Lindner', 'Möller'],
  en: ['Abbott', 'Baker', 'Carter', 'Doyle', 'Evans', 'Fraser', 'Gill', 'Hughes', 'Irving', 'Jones', 'Khan'],
} as const;
export const towns = {
  DE: [
    ['Hamburg', '20255', 'Eppendorfer Weg'],
    ['Leipzig', '04109', 'Gottschedstraße'],
    ['München', '80331', 'Sendlinger Straße'],
    ['Freiburg', '79098', 'Salzstraße'],
    ['Bremen', '28203', 'Ostertorsteinweg'],
  ],
  AT: [
    ['Wien', '1070', 'Neubaugasse'],
    ['Graz', '8010', 'Sporgasse'],
  ],
  NL: [['Utrecht', '3511 AB', 'Oudegracht']],
  GB: [
    ['Bristol', 'BS1 4QA', 'Park Street'],
    ['Leeds', 'LS1 6DT', 'Albion Place'],
    ['Edinburgh', 'EH1 1TB', 'Cockburn Street'],
  ],
} as const;

export const plain = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/[^a-z]+/g, '.')
    .replaceAll(/^\.|\.$/g, '');

/** People who buy without an account. */
export function guests(many: number, next: () => number): DemoBuyer[] {
  const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
  return Array.from({ length: many }, (_, at) => {
    const country = one(['DE', 'DE', 'DE', 'DE', 'AT', 'NL', 'GB', 'GB'] as const);
    const language = country === 'DE' || country === 'AT' ? 'de' : 'en';
    const name = `${one(firstNames[language])} ${one(lastNames[language])}`;
    const [city, postalCode, street] = one<readonly [string, string, string]>(towns[country]);
    return {
      kind: 'consumer',
      email: `${plain(name)}.${at + 1}@home.example`,
      name,
      language,
      market: country === 'GB' ? 'GB' : 'DE',
      address: { address: `${street} ${1 + Math.floor(next() * 90)}`, city, postalCode, country },
    };
  });
}
