import type { Browser, Page } from '@playwright/test';
import { expect, test } from '#tests/support/playwright.ts';

const inbox = '/company/approvals';

/** Someone of the demo's companies, at their own browser. */
async function comeIn(browser: Browser, door: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto('/dev');
  await page.locator(`form[action$="/dev/doors/${door}"] button`).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/dev/doors'));
  return page;
}

/** A hotel's buyer fills the cart and submits it under this number. */
async function submitCart(page: Page, number: string, quantity: string): Promise<void> {
  await page.goto('/products/house-espresso');
  await page.getByRole('spinbutton', { name: 'Quantity' }).or(page.getByLabel('Quantity')).first().fill(quantity);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.waitForURL(/\/cart$/);
  await page.getByRole('link', { name: 'Continue to purchase order' }).click();
  await page.getByLabel('Your number').fill(number);
  await page.getByRole('button', { name: 'Submit for approval' }).click();
  await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible();
}

test('a site buyer submits, another person approves, and it is placed on terms', async ({ browser, outbox, shop }) => {
  const buyer = await comeIn(browser, 'siteBuyer');
  await submitCart(buyer, 'PO-E2E-1', '80');
  await expect(buyer.getByText('Awaiting approval').first()).toBeVisible();
  await expect(buyer.getByRole('button', { name: 'Approve' })).toHaveCount(0);

  const admin = await comeIn(browser, 'companyAdmin');
  await admin.goto(inbox);
  await admin.getByRole('link', { name: 'PO-E2E-1' }).click();
  await admin.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(admin.getByText('Your approval is recorded.')).toBeVisible();

  await shop('jobs', 'run');
  await buyer.reload();
  await expect(buyer.getByText('Placed').first()).toBeVisible();
  await outbox.find('ana@harbour.example', /PO-E2E-1 is placed/);
  await buyer.context().close();
  await admin.context().close();
});
