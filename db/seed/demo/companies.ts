import type { Amount, DemoCompany } from './company-shape.ts';

const eur = (amount: string): Amount => ({ amount, currency: 'EUR' });
const gbp = (amount: string): Amount => ({ amount, currency: 'GBP' });

/** Three companies of different shape: one site, a tree of regions and sites, a purchasing department. */
export const companies: readonly DemoCompany[] = [
  {
    slug: 'cafe-lindenhof',
    name: 'Café Lindenhof',
    currency: 'EUR',
    time_zone: 'Europe/Berlin',
    rep: 'rep2@tradepost.example',
    segments: ['cafes'],
    terms: 'net15',
    units: [
      {
        slug: 'hq',
        name: 'Café Lindenhof',
        parent: null,
        address: { country: 'DE', postal_code: '80469', city: 'München', address: 'Gärtnerplatz 3' },
      },
    ],
    members: [
      { email: 'lena@lindenhof.example', name: 'Lena Hofer', unit: 'hq', roles: ['admin', 'buyer'] },
      {
        email: 'timo@lindenhof.example',
        name: 'Timo Brandl',
        unit: 'hq',
        roles: ['buyer'],
        manager: 'lena@lindenhof.example',
        spending_limit: eur('250.00'),
      },
    ],
    credit_limit: eur('3000.00'),
    cost_centres: [],
    approval_rules: [],
    delegations: [],
  },
  {
    slug: 'harbour-hotels',
    name: 'Harbour Hotels',
    currency: 'EUR',
    time_zone: 'Europe/Berlin',
    rep: 'rep@tradepost.example',
    segments: ['hotels'],
    terms: 'net30',
    units: [
      {
        slug: 'hq',
        name: 'Head office',
        parent: null,
        address: { country: 'DE', postal_code: '20457', city: 'Hamburg', address: 'Am Sandtorkai 40' },
      },
      { slug: 'north', name: 'North', parent: 'hq' },
      { slug: 'south', name: 'South', parent: 'hq' },
      {
        slug: 'pier-9',
        name: 'Pier 9',
        parent: 'north',
        address: { country: 'DE', postal_code: '10117', city: 'Berlin', address: 'Unter den Linden 5' },
      },
      {
        slug: 'lighthouse',
        name: 'Lighthouse',
        parent: 'north',
        address: { country: 'DE', postal_code: '18119', city: 'Rostock', address: 'Am Leuchtturm 2' },
      },
      {
        slug: 'lakeside',
        name: 'Lakeside',
        parent: 'south',
        address: { country: 'DE', postal_code: '88131', city: 'Lindau', address: 'Seepromenade 11' },
      },
    ],
    members: [
      {
        email: 'ana@harbour.example',
        name: 'Ana Costa',
        unit: 'pier-9',
        roles: ['buyer'],
        manager: 'ben@harbour.example',
        spending_limit: eur('500.00'),
      },
      {
        email: 'ben@harbour.example',
        name: 'Ben Okafor',
        unit: 'north',
        roles: ['approver', 'buyer'],
        manager: 'vp@harbour.example',
      },
      {
        email: 'cleo@harbour.example',
        name: 'Cleo Winter',
        unit: 'lakeside',
        roles: ['buyer'],
        manager: 'dara@harbour.example',
        spending_limit: eur('400.00'),
      },
      {
        email: 'dara@harbour.example',
        name: 'Dara Nguyen',
        unit: 'south',
        roles: ['approver'],
        manager: 'vp@harbour.example',
      },
      { email: 'safety@harbour.example', name: 'Emil Sandberg', unit: 'hq', roles: ['viewer'] },
      { email: 'cfo@harbour.example', name: 'Clara Fontane', unit: 'hq', roles: ['finance', 'approver'] },
      { email: 'vp@harbour.example', name: 'Viktor Petrov', unit: 'hq', roles: ['approver'] },
      { email: 'admin@harbour.example', name: 'Aylin Demir', unit: 'hq', roles: ['admin'] },
    ],
    credit_limit: eur('20000.00'),
    cost_centres: [
      { code: 'BAR', owner: 'ana@harbour.example', budget: { ...eur('5000.00'), period: 'month' } },
      { code: 'BREAKFAST', owner: 'ben@harbour.example', budget: { ...eur('9000.00'), period: 'month' } },
      { code: 'EQUIPMENT', owner: 'vp@harbour.example', budget: { ...eur('60000.00'), period: 'year' } },
    ],
    approval_rules: [
      {
        name: 'Over 1,000',
        unit: 'hq',
        when: { amount_over: eur('1000.00') },
        levels: [{ groups: [{ of: { role: 'approver' }, k: 1 }], deadline_hours: 48, escalate_to: { role: 'admin' } }],
      },
      {
        name: 'Over 10,000',
        unit: 'hq',
        when: { amount_over: eur('10000.00') },
        levels: [
          { groups: [{ of: { manager_of_requester: true }, k: 1 }], deadline_hours: 48 },
          {
            groups: [{ of: { people: ['cfo@harbour.example', 'vp@harbour.example'] }, k: 'all' }],
            deadline_hours: 72,
            escalate_to: { people: ['admin@harbour.example'] },
          },
        ],
      },
      {
        name: 'Cleaning agents',
        unit: 'hq',
        when: { category: 'care/cleaning' },
        levels: [{ groups: [{ of: { people: ['safety@harbour.example'] }, k: 1 }], deadline_hours: 24 }],
      },
      {
        name: 'Over budget',
        unit: 'hq',
        when: { over_budget: true },
        levels: [
          {
            groups: [
              { of: { cost_centre_owner: true }, k: 1 },
              { of: { role: 'finance' }, k: 1 },
            ],
          },
        ],
      },
    ],
    delegations: [
      {
        from: 'vp@harbour.example',
        to: 'ben@harbour.example',
        kinds: ['purchase_order'],
        starts_in_days: 0,
        ends_in_days: 21,
        ceiling: eur('10000.00'),
      },
    ],
  },
  {
    slug: 'northgate-office-supply',
    name: 'Northgate Office Supply',
    currency: 'GBP',
    time_zone: 'Europe/London',
    rep: 'rep@tradepost.example',
    segments: ['resellers'],
    terms: 'net45',
    units: [
      {
        slug: 'hq',
        name: 'Northgate',
        parent: null,
        address: { country: 'GB', postal_code: 'M1 2WD', city: 'Manchester', address: '12 Piccadilly Place' },
      },
      { slug: 'purchasing', name: 'Purchasing', parent: 'hq' },
      {
        slug: 'warehouse',
        name: 'Trafford warehouse',
        parent: 'hq',
        address: { country: 'GB', postal_code: 'M17 1AB', city: 'Manchester', address: 'Trafford Park Road 80' },
      },
    ],
    members: [
      {
        email: 'grace@northgate.example',
        name: 'Grace Adeyemi',
        unit: 'purchasing',
        roles: ['buyer'],
        manager: 'harriet@northgate.example',
        spending_limit: gbp('2000.00'),
      },
      {
        email: 'isaac@northgate.example',
        name: 'Isaac Bell',
        unit: 'purchasing',
        roles: ['buyer'],
        manager: 'harriet@northgate.example',
        spending_limit: gbp('2000.00'),
      },
      {
        email: 'harriet@northgate.example',
        name: 'Harriet Moss',
        unit: 'purchasing',
        roles: ['approver', 'buyer'],
        manager: 'jun@northgate.example',
      },
      { email: 'jun@northgate.example', name: 'Jun Park', unit: 'hq', roles: ['admin', 'finance', 'approver'] },
      { email: 'stores@northgate.example', name: 'Kit Rowan', unit: 'warehouse', roles: ['viewer'] },
    ],
    credit_limit: gbp('50000.00'),
    cost_centres: [
      { code: 'RESALE', owner: 'harriet@northgate.example', budget: { ...gbp('30000.00'), period: 'quarter' } },
      { code: 'CANTEEN', owner: 'jun@northgate.example', budget: { ...gbp('400.00'), period: 'month' } },
    ],
    approval_rules: [
      {
        name: 'Four eyes over 2,000',
        unit: 'hq',
        when: { amount_over: gbp('2000.00') },
        levels: [
          {
            groups: [{ of: { manager_of_requester: true }, k: 1 }],
            deadline_hours: 24,
            escalate_to: { role: 'admin' },
          },
        ],
      },
      {
        name: 'Machines',
        unit: 'hq',
        when: { category: 'machines', amount_over: gbp('5000.00') },
        levels: [{ groups: [{ of: { role: 'approver' }, k: 2 }] }, { groups: [{ of: { role: 'finance' }, k: 1 }] }],
      },
      {
        name: 'New to the range',
        unit: 'purchasing',
        when: { first_order_of_sku: true, requester_role: 'buyer', amount_over: gbp('500.00') },
        levels: [{ groups: [{ of: { role: 'approver' }, k: 1 }] }],
      },
    ],
    delegations: [],
  },
];
