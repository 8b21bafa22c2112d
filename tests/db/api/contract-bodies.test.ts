import { describe, expect, test } from 'vitest';
import { apiClient, depsAt } from '#tests/support/api.ts';
import { testDatabase } from '#tests/support/database.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

/** The bodies others were told to send, as they were told. */
describe('what an ERP was told to send is taken', async () => {
  const { db } = await testDatabase();
  const api = await apiClient(depsAt(db, '2026-12-01T09:00:00Z'));

  test('a product with a plan and a module', async () => {
    const reply = await api('PUT', '/products/house-espresso', {
      title: 'House Espresso',
      category: 'coffee/beans/espresso',
      status: 'active',
      options: ['Size'],
      variants: [
        {
          sku: 'ESP-250',
          options: { Size: '250 g' },
          ...{ unit: 'C62', stock: 120, stock_policy: 'deny', min_quantity: '1', quantity_step: '1' },
          ...{ tax_class: 'reduced', weight_grams: 270, cost: { EUR: '3.10' }, mix_group: null },
          attributes: { roast: 'dark' },
          status: 'active',
        },
        { sku: 'ESP-1K', options: { Size: '1 kg' }, replaced_by: null },
      ],
      plans: [
        {
          ...{ code: 'care-plus', title: 'Care Plus', billed: 'monthly' },
          price: { EUR: '12.00' },
          includes: ['grinder-service'],
        },
      ],
      modules: [
        {
          ...{
            code: 'grinder-service',
            title: 'Grinder service',
            pricing: 'per_unit',
            quantity: 'line',
            billed: 'once',
          },
          price: { EUR: '1.50' },
          breaks: [{ min_quantity: '10', price: { EUR: '1.20' } }],
          requires: { all: [] },
          excludes: ['self-service'],
        },
      ],
    });
    expect(reply).toMatchObject({ status: 201 });
  });

  test('a company with units, people, budgets, rules and a delegation', async () => {
    const reply = await api('PUT', '/companies/harbour-hotels', {
      ...{ name: 'Harbour Hotels', currency: 'EUR', time_zone: 'Europe/Berlin', segments: ['cafes'], terms: 'net30' },
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
          ...{ email: 'ana@harbour.example', name: 'Ana', unit: 'pier-9', roles: ['buyer'] },
          manager: 'ben@harbour.example',
          spending_limit: eur('500.00'),
        },
        { email: 'ben@harbour.example', name: 'Ben', unit: 'north', roles: ['approver'] },
        { email: 'cfo@harbour.example', name: 'Clara', unit: 'hq', roles: ['finance'] },
        { email: 'vp@harbour.example', name: 'Vera', unit: 'hq', roles: ['admin'] },
      ],
      credit_limit: eur('20000.00'),
      cost_centres: [{ code: 'BAR', owner: 'ana@harbour.example', budget: { ...eur('5000.00'), period: 'month' } }],
      approval_rules: [
        {
          ...{ name: 'Over 1,000', unit: 'hq', when: { amount_over: eur('1000.00') } },
          levels: [
            { groups: [{ of: { role: 'approver' }, k: 1 }], deadline_hours: 48, escalate_to: { role: 'admin' } },
            { groups: [{ of: { people: ['cfo@harbour.example', 'vp@harbour.example'] }, k: 'all' }] },
          ],
        },
      ],
      delegations: [
        {
          ...{ from: 'vp@harbour.example', to: 'ben@harbour.example', kinds: ['purchase_order'] },
          ...{ starts_at: '2027-01-01T00:00:00Z', ends_at: '2027-01-15T00:00:00Z', ceiling: eur('10000.00') },
        },
      ],
    });
    expect(reply).toMatchObject({ status: 201 });
  });

  test('a contract list, its first revision, and the price that follows from it', async () => {
    const list = await api('PUT', '/price-lists/HARBOUR-2027', {
      ...{ name: 'Harbour Hotels 2027', kind: 'contract', currency: 'EUR', company: 'harbour-hotels', unit: 'hq' },
      ...{ options: [], term_discounts: { 12: '10', 36: '20' } },
    });
    expect(list.status).toBe(201);
    const cafes = { name: 'Cafés', kind: 'segment', currency: 'EUR', segment: 'cafes', priority: 10, options: [] };
    expect((await api('PUT', '/price-lists/CAFES', cafes)).status).toBe(201);

    const revision = await api('POST', '/price-lists/HARBOUR-2027/revisions', {
      ...{ starts_at: '2027-01-01T00:00:00Z', ends_at: null, submit: true },
      entries: [
        { sku: 'ESP-1K', min_quantity: '1', unit_price: '18.00' },
        { sku: 'ESP-1K', min_quantity: '10', unit_price: '16.50' },
        { sku: 'ESP-1K', min_quantity: '50', unit_price: '15.00' },
        { product: 'house-espresso', module: 'grinder-service', min_quantity: '1', unit_price: '1.10' },
        { category: 'coffee', min_quantity: '1', percent_off: '12.5' },
      ],
    });
    expect(revision).toMatchObject({ status: 201, body: { revision: 1, status: 'approved' } });

    const question = { company: 'harbour-hotels', unit: 'pier-9', currency: 'EUR' };
    const lines = [
      { sku: 'ESP-1K', quantity: '60' },
      { sku: 'NOPE', quantity: '1' },
    ];
    const later = await api('POST', '/prices', { ...question, at: '2027-02-01T00:00:00Z', lines });
    expect(later.body.lines).toMatchObject([
      { unit_price: '15.00', line_total: eur('900.00'), list: 'HARBOUR-2027', revision: 1, bands: null },
      { line: 2, sku: 'NOPE', problem: { code: 'unknown_sku', title: 'There is no SKU NOPE' } },
    ]);
    const now = await api('POST', '/prices', { ...question, lines });
    expect(now.body.lines).toMatchObject([{ problem: { code: 'not_sold' } }, { problem: { code: 'unknown_sku' } }]);
  });

  test('the same bodies once more change nothing and are taken again', async () => {
    const again = await api('PUT', '/price-lists/HARBOUR-2027', { name: 'Harbour Hotels 2027' });
    expect(again.status).toBe(200);
    expect((await api('PUT', '/products/house-espresso', {})).status).toBe(200);
    expect((await api('PUT', '/companies/harbour-hotels', {})).status).toBe(200);
  });
});
