import { type CompanyBody, companyBody } from '#app/http/api/schemas/companies.ts';

/** The example of the API's contract, with everybody it names as a member. */
export const harbourHotels = (changes: object = {}): CompanyBody =>
  companyBody.parse({
    name: 'Harbour Hotels',
    currency: 'EUR',
    time_zone: 'Europe/Berlin',
    segments: ['cafes'],
    terms: 'net30',
    units: [
      { slug: 'hq', parent: null },
      { slug: 'north', parent: 'hq' },
      {
        slug: 'pier-9',
        parent: 'north',
        address: { country: 'DE', postal_code: '10117', city: 'Berlin', address: 'Unter den Linden 5' },
      },
    ],
    members: [
      {
        email: 'ana@harbour.example',
        name: 'Ana',
        unit: 'pier-9',
        roles: ['buyer'],
        manager: 'ben@harbour.example',
        spending_limit: { amount: '500.00', currency: 'EUR' },
      },
      { email: 'ben@harbour.example', name: 'Ben', unit: 'north', roles: ['approver'] },
      { email: 'cfo@harbour.example', name: 'Clara', unit: 'hq', roles: ['finance', 'approver'] },
      { email: 'vp@harbour.example', name: 'Viktor', unit: 'hq', roles: ['approver'] },
      { email: 'admin@harbour.example', name: 'Aylin', unit: 'hq', roles: ['admin'] },
    ],
    credit_limit: { amount: '20000.00', currency: 'EUR' },
    cost_centres: [
      { code: 'BAR', owner: 'ana@harbour.example', budget: { amount: '5000.00', currency: 'EUR', period: 'month' } },
    ],
    approval_rules: [
      {
        name: 'Over 1,000',
        unit: 'hq',
        when: { amount_over: { amount: '1000.00', currency: 'EUR' } },
        levels: [
          { groups: [{ of: { role: 'approver' }, k: 1 }], deadline_hours: 48, escalate_to: { role: 'admin' } },
          { groups: [{ of: { people: ['cfo@harbour.example', 'vp@harbour.example'] }, k: 'all' }] },
        ],
      },
    ],
    delegations: [
      {
        from: 'vp@harbour.example',
        to: 'ben@harbour.example',
        kinds: ['purchase_order'],
        starts_at: '2027-01-01T00:00:00Z',
        ends_at: '2027-01-15T00:00:00Z',
        ceiling: { amount: '10000.00', currency: 'EUR' },
      },
    ],
    ...changes,
  });
