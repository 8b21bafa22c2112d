import { expect, test } from 'vitest';
import { loader as preview } from '#app/routes/shop/product-preview.tsx';
import { loader as page } from '#app/routes/shop/product.tsx';
import { openStaffAccount } from '#app/use-cases/identity/open-staff-account.server.ts';
import { findCompanyIdBySlug } from '#db/queries/companies.server.ts';
import { type Browser, browserOf, visiting } from '#tests/support/browser.ts';
import { testDatabase } from '#tests/support/database.ts';
import { people, quoteWorld } from '#tests/support/quote-world.ts';
import { findUnitsBySlug } from '#tests/support/units.ts';

const { db } = await testDatabase({ connections: 4 });
const { deps, api } = await quoteWorld(db);
await openStaffAccount(deps, { email: 'admin@tradepost.example', name: 'Ada', role: 'admin', by: null, via: 'test' });
const admin = await browserOf(deps, { email: 'admin@tradepost.example', assurance: 2 });
const companyId = (await findCompanyIdBySlug(db, { slug: 'harbour-hotels' })) ?? '';
const units = await findUnitsBySlug(db, companyId);
const must = async (method: string, path: string, body: object) => {
  const answer = await api(method, path, body);
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
};
const draft = { title: 'Night Roast', status: 'draft', variants: [{ sku: 'NIGHT-1K', stock: '5' }] };
await must('PUT', '/products/night-roast', draft);
const entries = (sku: string, unitPrice: string) => ({ submit: true, entries: [{ sku, unit_price: unitPrice }] });
await must('POST', '/price-lists/STANDARD-EUR/revisions', entries('NIGHT-1K', '20.00'));
await must('PUT', '/price-lists/HARBOUR', { kind: 'contract', currency: 'EUR', company: 'harbour-hotels', unit: 'hq' });
await must('POST', '/price-lists/HARBOUR/revisions', entries('NIGHT-1K', '15.50'));

const params = { handle: 'night-roast' };
const seenAs = async (who: Browser, as = '') =>
  preview({ ...who.ask(`/admin/products/night-roast/preview?as=${as}`), params });
const priceOf = (answer: Awaited<ReturnType<typeof seenAs>>) => JSON.stringify(answer.view.line.price);

test('a draft is shown to its makers as a visitor and as a company would see it, each at their price', async () => {
  await expect(page({ ...visiting(deps).ask('/products/night-roast'), params })).rejects.toMatchObject({ status: 404 });
  const visitor = await seenAs(admin);
  expect(visitor.view.title).toBe('Night Roast');
  expect(priceOf(visitor)).not.toContain('15.5');
  const company = await seenAs(admin, units['pier-9']);
  expect(company.as).toBe(units['pier-9']);
  expect(priceOf(company)).toContain('15.5');
  expect((await seenAs(admin, 'nobody')).as).toBe('');
});

test('nobody else looks at it, and it stays off the shelf', async () => {
  for (const email of [people.rep, people.buyer])
    await expect(seenAs(await browserOf(deps, { email }))).rejects.toMatchObject({ status: 404 });
  await expect(seenAs(visiting(deps))).rejects.toMatchObject({ status: 303 });
  await expect(page({ ...admin.ask('/products/night-roast'), params })).rejects.toMatchObject({ status: 404 });
});
