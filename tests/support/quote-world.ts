import type { CompanyBody } from '#app/http/api/schemas/companies.ts';
import { openStaffAccount } from '#app/use-cases/identity/open-staff-account.server.ts';
import { sweepQuotes } from '#app/use-cases/quotes/sweep-quotes.server.ts';
import { upsertCompany } from '#app/use-cases/companies/upsert-company.server.ts';
import type { Db } from '#db/client.server.ts';
import { apiClient, depsAt } from './api.ts';
import { harbourHotels } from './company-body.ts';

export const people = {
  buyer: 'ana@harbour.example',
  approver: 'ben@harbour.example',
  viewer: 'vic@harbour.example',
  stranger: 'sam@elsewhere.example',
  rep: 'rep@tradepost.example',
  rep2: 'rep2@tradepost.example',
  manager: 'manager@tradepost.example',
} as const;

export type QuoteAnswer = {
  id: string;
  status: string;
  version: number | null;
  code?: string;
  order?: string | null;
  purchase_order?: string | null;
  total: { amount: string; currency: string } | null;
  lines: { line: number; sku: string; quantity: string; unit_price: string | null }[];
};

/** Two machines' worth of coffee with its costs, a hotel company of rep's that may buy on terms, one nobody owns, and two
 *  reps with a manager. A Friday morning in Berlin. */
export async function quoteWorld(db: Db, at = '2027-01-15T09:00:00.000Z') {
  let moment = new Date(at);
  const deps = { ...depsAt(db, at), now: () => new Date(moment) };
  const api = await apiClient(deps);
  const must = async (method: string, path: string, body: unknown) => {
    const reply = await api(method, path, body);
    if (reply.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(reply.body)}`);
  };
  for (const [name, role] of [
    ['rep', 'rep'],
    ['rep2', 'rep'],
    ['manager', 'manager'],
  ] as const) {
    await openStaffAccount(deps, { email: people[name], name, role, by: null, via: 'test' });
    moment = new Date(moment.getTime() + 1);
  }
  moment = new Date(at);
  await must('PUT', '/products/house-espresso', {
    title: 'House Espresso',
    category: 'coffee/beans/espresso',
    options: ['Size'],
    variants: [
      { sku: 'ESP-1K', options: { Size: '1 kg' }, stock: '5000', weight_grams: 1000, cost: { EUR: '9.10' } },
      { sku: 'ESP-250', options: { Size: '250 g' }, stock: '3000', weight_grams: 270, cost: { EUR: '3.07' } },
    ],
  });
  await must('PUT', '/price-lists/STANDARD-EUR', { kind: 'standard', currency: 'EUR' });
  await must('POST', '/price-lists/STANDARD-EUR/revisions', {
    starts_at: at,
    submit: true,
    entries: [
      { sku: 'ESP-1K', unit_price: '18.00' },
      { sku: 'ESP-250', unit_price: '6.00' },
    ],
  });
  const putCompany = async (slug: string, changes: object = {}) => {
    const body: CompanyBody = harbourHotels({
      rep: people.rep,
      approval_rules: [],
      delegations: [],
      credit_limit: { amount: '900000.00', currency: 'EUR' },
      members: [
        { email: people.buyer, name: 'Ana', unit: 'pier-9', roles: ['buyer'] },
        { email: people.approver, name: 'Ben', unit: 'north', roles: ['approver'] },
        { email: people.viewer, name: 'Vic', unit: 'pier-9', roles: ['viewer'] },
        { email: 'admin@harbour.example', name: 'Aylin', unit: 'hq', roles: ['admin'] },
      ],
      ...changes,
    });
    const done = await upsertCompany(deps, { slug, body, by: null, via: 'key:test' });
    if (!done.ok) throw new Error(done.code);
    return done.value.id;
  };
  await putCompany('harbour-hotels');
  await putCompany('elsewhere', {
    rep: null,
    members: [{ email: people.stranger, name: 'Sam', unit: 'pier-9', roles: ['buyer'] }],
    cost_centres: [],
  });

  const act = async (id: string, noun: string, body: object) => {
    const answer = await api('POST', `/quotes/${id}/${noun}`, body);
    return { status: answer.status, body: answer.body as unknown as QuoteAnswer };
  };
  const request = async (more: object = {}) => {
    const made = await api('POST', '/quotes', {
      company: 'harbour-hotels',
      unit: 'pier-9',
      as: people.buyer,
      currency: 'EUR',
      lines: [
        { sku: 'ESP-1K', quantity: '60', target_price: '14.00' },
        { sku: 'ESP-250', quantity: '10' },
      ],
      ...more,
    });
    return { status: made.status, body: made.body as unknown as QuoteAnswer };
  };
  const offerLines = (price: string, other = '5.80') => [
    { sku: 'ESP-1K', quantity: '60', unit_price: price },
    { sku: 'ESP-250', quantity: '10', unit_price: other },
  ];
  return {
    deps,
    api,
    act,
    putCompany,
    request,
    offerLines,
    requested: async (more: object = {}) => {
      const made = await request(more);
      if (made.status !== 201) throw new Error(JSON.stringify(made.body));
      return made.body.id;
    },
    offer: (id: string, price = '16.00', more: object = {}) =>
      act(id, 'offers', { as: people.rep, valid_until: '2027-02-01T00:00:00Z', lines: offerLines(price), ...more }),
    counter: (id: string, version: number, price: string, more: object = {}) =>
      act(id, 'counters', {
        as: people.buyer,
        version,
        lines: [{ sku: 'ESP-1K', quantity: '60', unit_price: price }],
        ...more,
      }),
    accept: (id: string, version: number, more: object = {}) =>
      act(id, 'acceptance', { as: people.buyer, version, ...more }),
    seen: async (id: string) => (await api('GET', `/quotes/${id}`)).body as unknown as QuoteAnswer,
    /** What both articles cost everybody from a moment on; the second is a third of the first. */
    setPrices: (price: string, from: string) =>
      must('POST', '/price-lists/STANDARD-EUR/revisions', {
        starts_at: from,
        submit: true,
        entries: [
          { sku: 'ESP-1K', unit_price: price },
          { sku: 'ESP-250', unit_price: (Number(price) / 3).toFixed(2) },
        ],
      }),
    sweep: () => sweepQuotes(deps),
    moveTo: (instant: string) => {
      moment = new Date(instant);
    },
  };
}
