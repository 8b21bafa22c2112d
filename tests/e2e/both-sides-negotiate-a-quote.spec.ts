import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { inaccessible } from '#tests/support/accessibility.ts';
import { expect, phone, test } from '#tests/support/playwright.ts';

type Shop = (...words: string[]) => Promise<Record<string, unknown>>;
type World = { browser: Browser; shop: Shop; baseURL: string | undefined };

const eur = (amount: string) => ({ amount, currency: 'EUR' });

/** A company of its own with a buyer whose orders somebody approves; the demo's rep looks after it. */
async function aCompany({ shop, baseURL }: World, slug: string) {
  const key = String((await shop('key', 'create', '--scope', 'store')).key);
  const at = (name: string) => `${name}@${slug}.example`;
  const answer = await fetch(`${baseURL}/api/v1/companies/${slug}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      name: `Hotels of ${slug}`,
      currency: 'EUR',
      time_zone: 'Europe/Berlin',
      rep: 'rep@tradepost.example',
      terms: 'net30',
      units: [
        {
          slug: 'hq',
          parent: null,
          address: { country: 'DE', postal_code: '10117', city: 'Berlin', address: 'Unter den Linden 9' },
        },
      ],
      members: [
        { email: at('bea'), name: 'Bea Buyer', unit: 'hq', roles: ['buyer'] },
        { email: at('abe'), name: 'Abe Approver', unit: 'hq', roles: ['approver'] },
      ],
      credit_limit: eur('50000.00'),
      approval_rules: [
        {
          name: 'Over 100',
          unit: 'hq',
          when: { amount_over: eur('100.00') },
          levels: [{ groups: [{ of: { role: 'approver' }, k: 1 }] }],
        },
      ],
    }),
  });
  expect(answer.status).toBeLessThan(300);
  return at;
}

const windows = (browser: Browser, options: BrowserContextOptions) => ({
  async member(shop: Shop, email: string): Promise<Page> {
    const password = 'both sides of the counter';
    await shop('user', 'create', '--email', email, '--password', password);
    const page = await (await browser.newContext(options)).newPage();
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    return page;
  },
  async staff(door: 'rep' | 'manager'): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    await page.goto('/dev');
    await page.locator(`form[action$="/dev/doors/${door}"] button`).click();
    await expect(page).toHaveURL(/\/sales/);
    return page;
  },
});

/** Readable by everybody, and not wider than its window. */
async function isSound(page: Page) {
  expect(await inaccessible(page)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
}

/** From the request to the first order of a template, each side at its own browser, nobody ever going back. */
async function negotiation(world: World, slug: string, options: BrowserContextOptions) {
  const { browser, shop } = world;
  const at = await aCompany(world, slug);
  const open = windows(browser, options);
  const [buyer, approver] = [await open.member(shop, at('bea')), await open.member(shop, at('abe'))];
  const [rep, manager] = [await open.staff('rep'), await open.staff('manager')];

  await buyer.goto('/quotes/request?sku=ESP-1K&quantity=24');
  await buyer.getByLabel('You would pay, line 1').fill('11');
  await buyer.getByLabel('Your reference').fill('Season');
  await buyer.getByRole('button', { name: 'Request a quote' }).click();
  await expect(buyer.getByText('Your request is with us.')).toBeVisible();
  const number = await buyer.getByRole('heading', { level: 1 }).innerText();
  const quote = new URL(buyer.url()).pathname.split('/').at(-1) ?? '';

  // The rep goes beyond the limit, is told so while typing, and submits.
  await rep.goto('/sales');
  await rep.getByRole('link', { name: number }).click();
  await expect(rep.getByText('Season')).toBeVisible();
  const price = rep.getByLabel('Unit price for ESP-1K');
  await price.fill('11.34');
  await expect(rep.getByText('Beyond your limits: a manager looks at it first.')).toBeVisible();
  await rep.getByLabel('Note', { exact: true }).fill('They compare three roasters');
  await rep.getByRole('button', { name: 'Keep the note' }).click();
  await expect(rep.getByText('The note is kept, for sellers only.')).toBeVisible();
  await price.fill('11.34');
  await rep.getByRole('button', { name: 'Submit for approval' }).click();
  await expect(rep.getByText('With the manager').first()).toBeVisible();
  await expect(rep.getByRole('button', { name: 'Approve', exact: true })).toHaveCount(0);
  await buyer.reload();
  await expect(buyer.getByText('In work')).toBeVisible();
  await expect(buyer.getByText('11.34')).toHaveCount(0);
  await expect(buyer.getByText('They compare three roasters')).toHaveCount(0);

  await manager.goto(`/sales/quotes/${quote}`);
  await manager.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(manager.getByText('The offer went out to the buyer.')).toBeVisible();

  // The buyer asks for less; both see it.
  await buyer.reload();
  await expect(buyer.getByText('Version 1')).toBeVisible();
  await expect(buyer.getByText('11.34').first()).toBeVisible();
  await isSound(buyer);
  const late = await buyer.context().newPage();
  await late.goto(`/company/quotes/${quote}`);
  await buyer.getByLabel('Your price for ESP-1K').fill('10,90');
  await buyer.getByRole('button', { name: 'Send counter-offer' }).click();
  await expect(buyer.getByText('Your counter-offer is with us.')).toBeVisible();

  // The rep comes back within the limit, with a template for two orders.
  await rep.reload();
  await expect(rep.getByText('Countered').first()).toBeVisible();
  await expect(rep.getByText('10.90').first()).toBeVisible();
  await isSound(rep);
  await rep.getByLabel('Discount on the rest, %').fill('10');
  await expect(rep.getByText(/: 10 % off, margin/)).toBeVisible();
  await expect(rep.getByText('Within your limits: it goes out at once.')).toBeVisible();
  await rep.getByLabel('How many orders in all').fill('2');
  await rep.getByLabel('To be ordered until and including').fill('2099-03-31');
  await rep.getByLabel('Message to the buyer').fill('Our last word');
  await rep.getByRole('button', { name: 'Send the offer' }).click();
  await expect(rep.getByText('The offer is on its way.')).toBeVisible();

  await buyer.reload();
  await expect(buyer.getByText('Version 2')).toBeVisible();
  await expect(buyer.getByText('2 orders, until 31 Mar 2099')).toBeVisible();
  // Another tab still shows the first version: whoever accepts there is told what changed.
  await late.getByRole('button', { name: 'Accept the offer' }).click();
  await expect(late.getByText('There is a newer version of this quote.')).toBeVisible();
  await expect(late.getByRole('row', { name: /Unit price, line 1 \(changed\)/ })).toContainText('11.34');
  await expect(late.getByRole('row', { name: /Repeat orders \(changed\)/ })).toContainText('2 orders');
  await isSound(late);
  await late.close();
  await buyer.getByLabel('Purchase order number').fill('S-1');
  await buyer.getByRole('button', { name: 'Accept the offer' }).click();
  await expect(buyer.getByText('You accepted the offer.')).toBeVisible();
  await expect(buyer.getByText('Ordered 1 of 2, until 31 Mar 2099, 1 left')).toBeVisible();
  await isSound(buyer);

  await approved({ buyer, approver, shop, number: 'S-1' });
  return { buyer, approver, rep, manager, quote };
}

type Negotiated = Awaited<ReturnType<typeof negotiation>>;

/** A second time from the template, and then no more. */
async function orderedAgain({ buyer, approver, rep, quote }: Negotiated, shop: Shop) {
  await buyer.goto(`/company/quotes/${quote}`);
  await buyer.getByLabel('Purchase order number').fill('S-2');
  await buyer.getByRole('button', { name: 'Order again from this quote' }).click();
  await expect(buyer.getByText('Ordered again from this quote.')).toBeVisible();
  await expect(buyer.getByText('Ordered 2 of 2, until 31 Mar 2099, 0 left')).toBeVisible();
  await expect(buyer.getByRole('button', { name: 'Order again from this quote' })).toHaveCount(0);
  await approved({ buyer, approver, shop, number: 'S-2' });

  await rep.goto(`/sales/quotes/${quote}`);
  await expect(rep.getByText('Ordered 2 of 2, until 31 Mar 2099, 0 left')).toBeVisible();
  await isSound(rep);
}

const closed = async ({ buyer, approver, rep, manager }: Negotiated) => {
  for (const page of [buyer, approver, rep, manager]) await page.context().close();
};

async function approved(p: { buyer: Page; approver: Page; shop: Shop; number: string }) {
  const { buyer, approver, shop, number } = p;
  await buyer.getByRole('link', { name: number }).click();
  await expect(buyer.getByText('Awaiting approval').first()).toBeVisible();
  await approver.goto(new URL(buyer.url()).pathname);
  await approver.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(approver.getByText('Your approval is recorded.')).toBeVisible();
  await shop('jobs', 'run');
  await buyer.reload();
  await expect(buyer.getByText('Placed').first()).toBeVisible();
}

test('asked, offered beyond the limit, approved, countered, accepted, approved and ordered twice', async ({
  browser,
  shop,
  baseURL,
}) => {
  test.slow();
  const all = await negotiation({ browser, shop, baseURL }, 'wide', {});
  await orderedAgain(all, shop);
  await closed(all);
});

test('the same with phones in both hands, as far as the first order', async ({ browser, shop, baseURL }) => {
  test.slow();
  await closed(await negotiation({ browser, shop, baseURL }, 'narrow', phone));
});
