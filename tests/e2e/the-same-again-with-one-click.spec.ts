import type { Browser, Page } from '@playwright/test';
import { expect, test } from '#tests/support/playwright.ts';

const orderTitle = (page: Page) => page.getByRole('heading', { level: 1, name: /Order [A-Z0-9]{4}-[A-Z0-9]{5}/ });

async function comeIn(browser: Browser, door: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto('/dev');
  await page.locator(`form[action$="/dev/doors/${door}"] button`).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/dev/doors'));
  return page;
}

/** Keeps the card. */
async function buyAsGuest(page: Page, email: string, path: string) {
  await page.goto(path);
  await page.getByRole('button', { name: 'Buy now' }).click();
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Full name').fill('Ada Lovelace');
  await page.getByLabel('Address', { exact: true }).fill('Unter den Linden 5');
  await page.getByLabel('Postal code').fill('10117');
  await page.getByLabel('City').fill('Berlin');
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await page.getByLabel('Card number').fill('4242424242424242');
  await page.getByLabel('Expiry').fill('12 / 40');
  await page.getByLabel('CVC').fill('123');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: /^Pay/ }).click();
  await expect(orderTitle(page)).toBeVisible();
}

async function makeAccount(page: Page) {
  await page.getByLabel('Password').fill('a quiet cup of coffee');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Account' })).toBeVisible();
}

test('a consumer orders the same again with one click from the front page, undoes it, and is led back by the mail', async ({
  page,
  browser,
  outbox,
  shop,
}) => {
  const email = 'the-same-again@example.org';
  await buyAsGuest(page, email, '/products/house-espresso');
  const first = await orderTitle(page).textContent();
  await makeAccount(page);

  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Your last order' })).toBeVisible();
  await page.getByRole('button', { name: 'Reorder' }).click();
  await expect(page.getByText('Ordered again.')).toBeVisible();
  expect(await orderTitle(page).textContent()).not.toBe(first);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/^Undone\./)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);

  await shop('jobs', 'run');
  const mails = await outbox.to(email);
  const link = mails.map(({ text }) => /https?:\S+\/reorders\?key=[\w-]+/.exec(text)?.[0]).find(Boolean);
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(new URL(link ?? '').pathname + new URL(link ?? '').search);
  await expect(stranger).toHaveURL(/\/sign-in\?next=/);
  await stranger.context().close();
  await page.goto(new URL(link ?? '').pathname + new URL(link ?? '').search);
  await expect(page.getByText('Nothing has changed since last time.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Place this order' })).toBeVisible();
});

test('a company’s buyer orders the same again with one click, and it waits for whoever approved it before', async ({
  browser,
  shop,
}) => {
  const buyer = await comeIn(browser, 'siteBuyer');
  await buyer.goto('/quick-order');
  await buyer.getByLabel('Articles and quantities').fill('ESP-1K 30');
  await buyer.getByRole('button', { name: 'Add all to cart' }).click();
  await buyer.waitForURL(/\/cart$/);
  await buyer.getByRole('link', { name: 'Continue to purchase order' }).click();
  await buyer.getByLabel('Your number').fill('PO-AGAIN-1');
  await buyer.getByRole('button', { name: 'Submit for approval' }).click();
  await expect(buyer.getByRole('heading', { level: 1, name: 'PO-AGAIN-1' })).toBeVisible();
  const admin = await comeIn(browser, 'companyAdmin');
  await admin.goto('/company/approvals');
  await admin.getByRole('link', { name: 'PO-AGAIN-1' }).click();
  await admin.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(admin.getByText('Your approval is recorded.')).toBeVisible();
  await shop('jobs', 'run');

  await buyer.goto('/account/orders');
  await buyer.getByRole('button', { name: 'Reorder' }).first().click();
  await expect(buyer.getByText('Ordered again. It now waits for approval.')).toBeVisible();
  await expect(buyer.getByText('Awaiting approval').first()).toBeVisible();
  await buyer.context().close();
  await admin.context().close();
});

test('what is not made any more comes as its successor, once its buyer has said so', async ({
  page,
  shop,
  baseURL,
}) => {
  await buyAsGuest(page, 'its-successor@example.org', '/products/descaler');
  await makeAccount(page);
  const { key } = await shop('key', 'create', '--scope', 'store');
  const answer = await fetch(`${baseURL}/api/v1/products/descaler`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${String(key)}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ variants: [{ sku: 'DSC-250', status: 'discontinued', replaced_by: 'DSC-1L' }] }),
  });
  expect(answer.status).toBe(200);
  await page.goto('/');
  await page.getByRole('button', { name: 'Reorder' }).click();
  await expect(page.getByText('No longer available, but it has a successor.')).toBeVisible();
  await page.getByRole('radio', { name: /Take the successor DSC-1L/ }).check();
  await page.getByRole('button', { name: 'Place this order' }).click();
  await expect(page.getByText('Ordered again.')).toBeVisible();
  await expect(page.getByText('DSC-1L')).toBeVisible();
});
