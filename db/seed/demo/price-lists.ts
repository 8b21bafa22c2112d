/** The lists beside the standard ones, in the form of PUT /api/v1/price-lists/{code} and its revisions.
 *  Unit prices exclude tax; starts are days from the first start of the demo shop (negative: already in force,
 *  as sent by the system of record on that day). */
export type DemoPriceEntry = {
  readonly min_quantity: string;
  readonly plan?: string;
  readonly module?: string;
} & ({ readonly unit_price: string } | { readonly percent_off: string }) &
  (
    | { readonly sku: string }
    | { readonly product: string }
    | { readonly category: string }
    | { readonly everything: true }
  );

export type DemoPriceList = {
  readonly code: string;
  readonly name: string;
  readonly kind: 'segment' | 'contract';
  readonly currency: 'EUR' | 'GBP';
  readonly company?: string;
  readonly unit?: string;
  readonly segment?: string;
  readonly priority?: number;
  readonly options: readonly (
    'merge' | 'lowest' | 'cap_at_public' | 'mix_and_match' | 'graduated' | 'net' | 'promotions'
  )[];
  readonly term_discounts?: Readonly<Record<string, string>>;
  readonly revisions: readonly {
    readonly starts_in_days: number;
    readonly ends_in_days: number | null;
    readonly entries: readonly DemoPriceEntry[];
  }[];
};

const ladder = (sku: string, ...steps: readonly (readonly [minimum: string, unitPrice: string])[]): DemoPriceEntry[] =>
  steps.map(([min_quantity, unit_price]) => ({ sku, min_quantity, unit_price }));

export const priceLists: readonly DemoPriceList[] = [
  {
    code: 'CAFES',
    name: 'Cafés',
    kind: 'segment',
    currency: 'EUR',
    segment: 'cafes',
    priority: 10,
    options: ['mix_and_match'],
    revisions: [
      {
        starts_in_days: -300,
        ends_in_days: null,
        entries: [
          { category: 'coffee', min_quantity: '1', percent_off: '8' },
          { category: 'coffee', min_quantity: '12', percent_off: '14' },
          { category: 'cups', min_quantity: '24', percent_off: '15' },
          { category: 'pantry', min_quantity: '6', percent_off: '10' },
          { category: 'care', min_quantity: '1', percent_off: '10' },
        ],
      },
    ],
  },
  {
    code: 'HOTELS',
    name: 'Hotels',
    kind: 'segment',
    currency: 'EUR',
    segment: 'hotels',
    priority: 20,
    options: ['cap_at_public'],
    revisions: [
      {
        starts_in_days: -300,
        ends_in_days: null,
        entries: [
          { everything: true, min_quantity: '1', percent_off: '5' },
          { category: 'cups', min_quantity: '48', percent_off: '18' },
          { category: 'machines', min_quantity: '1', percent_off: '7.5' },
        ],
      },
    ],
  },
  {
    code: 'RESELLERS',
    name: 'Resellers',
    kind: 'segment',
    currency: 'GBP',
    segment: 'resellers',
    priority: 10,
    options: ['lowest'],
    revisions: [
      {
        starts_in_days: -300,
        ends_in_days: null,
        entries: [
          { everything: true, min_quantity: '1', percent_off: '12' },
          { category: 'coffee', min_quantity: '50', percent_off: '22' },
          { category: 'care', min_quantity: '20', percent_off: '20' },
        ],
      },
    ],
  },
  {
    code: 'HARBOUR',
    name: 'Harbour Hotels',
    kind: 'contract',
    currency: 'EUR',
    company: 'harbour-hotels',
    unit: 'hq',
    options: [],
    term_discounts: { '12': '10', '24': '15', '36': '20' },
    revisions: [
      {
        starts_in_days: -330,
        ends_in_days: null,
        entries: [
          ...ladder('ESP-1K', ['1', '19.50'], ['10', '18.20'], ['50', '16.80']),
          ...ladder('FIN-1K', ['1', '25.40'], ['20', '23.60']),
          ...ladder('MOR-1K-W', ['1', '19.80'], ['10', '18.40'], ['50', '16.90']),
        ],
      },
      {
        starts_in_days: -90,
        ends_in_days: null,
        entries: [
          ...ladder('ESP-1K', ['1', '20.50'], ['10', '18.90'], ['50', '17.10']),
          ...ladder('ESP-5K', ['1', '95.00'], ['8', '89.50']),
          ...ladder('FIN-1K', ['1', '26.20'], ['20', '24.10'], ['60', '22.90']),
          ...ladder('FIN-5K', ['1', '119.00'], ['6', '112.00']),
          ...ladder('MOR-1K-W', ['1', '20.40'], ['10', '18.90'], ['50', '17.30']),
          ...ladder('CUP-CAP-WHT', ['24', '8.40'], ['96', '7.60']),
          { product: 'office-barista-20', min_quantity: '1', percent_off: '12' },
          { product: 'office-barista-20', plan: 'care-plus', min_quantity: '1', unit_price: '62.00' },
          { product: 'house-espresso', module: 'grinder-service', min_quantity: '1', unit_price: '1.10' },
          { category: 'care', min_quantity: '1', percent_off: '15' },
        ],
      },
    ],
  },
  {
    code: 'HARBOUR-NORTH-SYRUP',
    name: 'Harbour Hotels North, syrups by the band',
    kind: 'contract',
    currency: 'EUR',
    company: 'harbour-hotels',
    unit: 'north',
    options: ['graduated'],
    revisions: [
      {
        starts_in_days: -60,
        ends_in_days: 305,
        entries: [
          ...ladder('SYR-VAN-700', ['1', '11.20'], ['12', '10.10'], ['36', '9.20']),
          ...ladder('SYR-CAR-700', ['1', '11.20'], ['12', '10.10'], ['36', '9.20']),
        ],
      },
    ],
  },
  {
    code: 'NORTHGATE',
    name: 'Northgate Office Supply',
    kind: 'contract',
    currency: 'GBP',
    company: 'northgate-office-supply',
    unit: 'hq',
    options: ['merge', 'promotions'],
    term_discounts: { '36': '12.5' },
    revisions: [
      {
        starts_in_days: -200,
        ends_in_days: null,
        entries: [
          ...ladder('MOR-5K-W', ['1', '88.00'], ['10', '82.50']),
          ...ladder('PCP-8-1000', ['1', '86.00'], ['10', '79.50'], ['40', '74.25']),
          ...ladder('TAB-60', ['1', '19.40'], ['24', '17.95']),
          { product: 'office-barista-8', min_quantity: '1', percent_off: '14' },
          { product: 'office-barista-8', min_quantity: '5', percent_off: '18' },
        ],
      },
    ],
  },
];
