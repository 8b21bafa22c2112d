import type { Browser, Page } from '@playwright/test';
import { expect, test } from '#tests/support/playwright.ts';

const slug = 'journey-hotels';
const at = (name: string) => `${name}@journey.example`;
const eur = (amount: string) => ({ amount, currency: 'EUR' });

/** A hotel group of its own: a site, a region, a finance lead and a vice president who is away. */
const company = {
  name: 'Journey Hotels',
  currency: 'EUR',
  time_zone: 'Europe/Berlin',
  terms: 'net30',
  units: [
    { slug: 'hq', name: 'Head office', parent: null },
    { slug: 'north', name: 'North', parent: 'hq' },
    {
      slug: 'site',
      name: 'Site',
      parent: 'north',
      address: { country: 'DE', postal_code: '10117', city: 'Berlin', address: 'Unter den Linden 7' },
    },
  ],
  members: [
    { email: at('bea'), name: 'Bea Buyer', unit: 'site', roles: ['buyer'], manager: at('remy') },
    { email: at('remy'), name: 'Remy Region', unit: 'north', roles: ['approver'] },
    { email: at('fin'), name: 'Fin Finance', unit: 'hq', roles: ['finance'] },
    { email: at('vic'), name: 'Vic President', unit: 'hq', roles: ['viewer'] },
    { email: at('del'), name: 'Del Egate', unit: 'hq', roles: ['viewer'] },
    { email: at('ada'), name: 'Ada Admin', unit: 'hq', roles: ['admin'] },
  ],
  credit_limit: eur('50000.00'),
  cost_centres: [],
  approval_rules: [
    {
      name: 'Over 1,000',
      unit: 'hq',
      when: { amount_over: eur('1000.00') },
      levels: [
        { groups: [{ of: { manager_of_requester: true }, k: 1 }] },
        {
          groups: [
            { of: { people: [at('fin')] }, k: 1 },
            { of: { people: [at('vic')] }, k: 1 },
          ],
        },
      ],
    },
  ],
  delegations: [
    {
      from: at('vic'),
      to: at('del'),
      kinds: ['purchase_order'],
      starts_at: '2020-01-01T00:00:00Z',
      ends_at: '2090-01-01T00:00:00Z',
      ceiling: eur('10000.00'),
    },
  ],
};

test('site buyer, regional manager, then finance and the delegate of a VP who is away', async ({
  browser,
  shop,
  baseURL,
}) => {
  test.slow();
  const key = String((await shop('key', 'create', '--scope', 'store')).key);
  const api = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${baseURL}/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return (await answer.json()) as Record<string, unknown>;
  };
  await api('PUT', `/companies/${slug}`, company);
  const made = await api('POST', '/purchase-orders', {
    company: slug,
    unit: 'site',
    as: at('bea'),
    number: 'JH-1',
    lines: [{ sku: 'ESP-1K', quantity: '200' }],
  });
  const page = `/company/purchase-orders/${String(made.id)}`;
  const people = new Map<string, Page>();
  for (const name of ['bea', 'remy', 'fin', 'del']) people.set(name, await signIn(browser, shop, at(name)));
  const by = async (name: string) => {
    const open = people.get(name) as Page;
    await open.goto(page);
    return open;
  };

  const bea = await by('bea');
  await bea.getByRole('button', { name: 'Submit for approval' }).click();
  await expect(bea.getByText('Awaiting approval').first()).toBeVisible();

  // the policy changes meanwhile: what was submitted keeps the rules it was submitted under
  await api('PUT', `/companies/${slug}`, { approval_rules: [] });

  const remy = await by('remy');
  await remy.getByText('Reject · Request changes').click();
  await remy.getByLabel('Reason').fill('Half of it is enough');
  await remy.getByRole('button', { name: 'Request changes' }).click();
  await expect(remy.getByText('Changes requested').first()).toBeVisible();

  // a changed policy does count for what is submitted from now on
  await api('PUT', `/companies/${slug}`, { approval_rules: company.approval_rules });
  await by('bea');
  await bea.getByRole('link', { name: 'Change it' }).click();
  await bea.getByLabel(/^Quantity House Espresso/).fill('100');
  await bea.getByRole('button', { name: 'Save and submit' }).click();
  await expect(bea.getByText('Awaiting approval').first()).toBeVisible();
  await expect(bea.getByRole('button', { name: 'Approve', exact: true })).toHaveCount(0);
  await api('PUT', `/companies/${slug}`, { approval_rules: [] });

  await by('remy');
  await remy.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(remy.getByText('Your approval is recorded.')).toBeVisible();
  await expect(remy.getByText(/Fin Finance/).first()).toBeVisible();

  const fin = await by('fin');
  await fin.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(fin.getByText('Your approval is recorded.')).toBeVisible();

  const del = await by('del');
  await expect(del.getByText('You decide for Vic President.')).toBeVisible();
  await del.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(del.getByText('Your approval is recorded.')).toBeVisible();

  await shop('jobs', 'run');
  await by('bea');
  await expect(bea.getByText('Placed').first()).toBeVisible();
  await expect(bea.getByText('Del Egate for Vic President')).toBeVisible();
  const pdf = await bea.request.get(`${page}/trail.pdf`);
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  for (const open of people.values()) await open.context().close();
});

/** Somebody with a password of their own, at their own browser. */
async function signIn(browser: Browser, shop: (...words: string[]) => Promise<unknown>, email: string): Promise<Page> {
  const password = 'a long way through the hotel';
  await shop('user', 'create', '--email', email, '--password', password);
  const page = await (await browser.newContext()).newPage();
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return page;
}
