import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/playwright.ts';

const signIn = async (page: Page, email: string) => {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('demo-espresso');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
};

/** Drafts a revision of the cafés' list beside what is in force; answers its address. */
const draftAndSubmit = async (page: Page, pasted: string) => {
  await page.goto('/sales/price-lists/CAFES');
  await page.getByRole('link', { name: 'New revision' }).click();
  await page.getByRole('button', { name: 'Make the draft' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Cafés, revision \d/);
  const path = new URL(page.url()).pathname;
  await page.getByLabel('Paste from a spreadsheet').fill(pasted);
  await page.getByRole('button', { name: 'Save prices' }).click();
  await expect(page.getByText('1 entry changed.')).toBeVisible();
  await page.getByRole('button', { name: 'Submit for approval' }).click();
  await expect(page.getByText('Submitted. The sellers who may decide have been told.')).toBeVisible();
  return path;
};

test('a rep drafts, another approves; beyond the limit the manager must', async ({ page, browser }) => {
  await signIn(page, 'rep2@tradepost.example');
  const path = await draftAndSubmit(page, 'ESP-250\t1\t12%');
  await page.goto(`${path}/review`);
  await expect(page.getByText('You took part in this revision')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);

  const rep = await (await browser.newContext()).newPage();
  await signIn(rep, 'rep@tradepost.example');
  await rep.goto('/sales/price-lists');
  await rep.goto(`${path}/review`);
  await expect(rep.getByText('Within your limits')).toBeVisible();
  await rep.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(rep.getByText('Approved.', { exact: true })).toBeVisible();
  await expect(rep.getByText('In force')).toBeVisible();

  await rep.goto('/sales/price-preview');
  await rep.getByLabel('As', { exact: true }).selectOption({ label: 'Harbour Hotels · Pier 9' });
  await rep.getByLabel('SKU').fill('ESP-250');
  await rep.getByRole('button', { name: 'Show the price' }).click();
  await expect(rep.getByRole('row', { name: /STANDARD-EUR/ })).toBeVisible();
  const beyond = await draftAndSubmit(page, 'ESP-250\t1\t40%');
  await rep.goto(`${beyond}/review`);
  await expect(rep.getByText('Beyond your limits')).toBeVisible();
  await rep.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(rep.getByRole('alert')).toBeVisible();

  const manager = await (await browser.newContext()).newPage();
  await signIn(manager, 'manager@tradepost.example');
  await manager.goto(`${beyond}/review`);
  await manager.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(manager.getByText('Approved.', { exact: true })).toBeVisible();
});

test('rows that are wrong are told by their number, and nothing of them is saved', async ({ page }) => {
  await signIn(page, 'rep@tradepost.example');
  await page.goto('/sales/price-lists/HARBOUR');
  await page.getByRole('link', { name: 'New revision' }).click();
  await page.getByRole('button', { name: 'Make the draft' }).click();
  await page.getByLabel('Paste from a spreadsheet').fill('ESP-1K\t1\t19.00\nESP-1K\t0\t18.00\nNOPE\t1\t3.00');
  await page.getByRole('button', { name: 'Save prices' }).click();
  await expect(page.getByText('Nothing was saved.')).toBeVisible();
  await expect(page.getByRole('row', { name: /2 .*The quantity is above zero/ })).toBeVisible();
});

test('what a price leaves the seller is on no page of a buyer', async ({ page }) => {
  await signIn(page, 'lena@lindenhof.example');
  for (const path of ['/sales/price-lists', '/sales/price-lists/CAFES', '/sales/price-preview']) {
    const response = await page.request.get(path);
    expect(response.status()).toBe(404);
    expect(await response.text()).not.toMatch(/Harbour Hotels|Milan Hartwig|11[.]20/);
  }
});
