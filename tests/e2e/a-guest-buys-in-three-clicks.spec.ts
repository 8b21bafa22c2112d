import type { Page } from '@playwright/test';
import { expect, phone, test, withoutJavaScript } from '#tests/support/playwright.ts';

const product = '/products/house-espresso';

async function fillDetails(page: Page, email: string): Promise<number> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Full name').fill('Ada Lovelace');
  await page.getByLabel('Address', { exact: true }).fill('Unter den Linden 5');
  await page.getByLabel('Postal code').fill('10117');
  await page.getByLabel('City').fill('Berlin');
  await expect(page.getByLabel('Country')).toHaveValue('DE');
  return page.locator('form input:not([type=hidden]):not([type=radio]):visible, form select:visible').count();
}

async function payWith(page: Page, number: string): Promise<void> {
  await page.getByLabel('Card number').fill(number);
  await page.getByLabel('Expiry').fill('12 / 40');
  await page.getByLabel('CVC').fill('123');
  await page.getByRole('button', { name: /^Pay/ }).click();
}

const orderTitle = (page: Page) => page.getByRole('heading', { level: 1, name: /Order [A-Z0-9]{4}-[A-Z0-9]{5}/ });

test('a new guest buys in three clicks and at most eight fields', async ({ page }) => {
  await page.goto(product);
  await page.getByRole('button', { name: 'Buy now' }).click();
  const fields = await fillDetails(page, 'three-clicks@example.org');
  expect(fields).toBeLessThanOrEqual(8);
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await payWith(page, '4242424242424242');
  await expect(orderTitle(page)).toBeVisible();

  // Back after paying leads to the order, never to a second payment.
  await page.goto('/checkout');
  await expect(orderTitle(page)).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use(withoutJavaScript);
  test('the same three clicks', async ({ page }) => {
    await page.goto(product);
    await page.getByRole('button', { name: 'Buy now' }).click();
    await fillDetails(page, 'no-script@example.org');
    await page.getByRole('button', { name: 'Continue to payment' }).click();
    await payWith(page, '4242424242424242');
    await expect(orderTitle(page)).toBeVisible();
    await page.getByLabel('Password').fill('a quiet cup of coffee');
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByRole('banner').getByRole('link', { name: 'Account' })).toBeVisible();
  });

  test('what is wrong stands beside its field, and what was typed is kept', async ({ page }) => {
    await page.goto(product);
    await page.getByRole('button', { name: 'Buy now' }).click();
    await fillDetails(page, 'kept@example.org');
    await page.getByLabel('Postal code').fill('ABC');
    await page.getByLabel('City').fill('');
    await page.getByRole('button', { name: 'Continue to payment' }).click();
    await expect(page.getByLabel('Postal code')).toHaveValue('ABC');
    await expect(page.getByLabel('Postal code')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('City')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('Full name')).toHaveValue('Ada Lovelace');
  });
});

test.describe('on a phone', () => {
  test.use(phone);
  test('the same three clicks, and nothing sticks out at the side', async ({ page }) => {
    const isTooWide = () =>
      page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    await page.goto(product);
    await page.getByRole('button', { name: 'Buy now' }).click();
    await fillDetails(page, 'phone@example.org');
    expect(await isTooWide()).toBe(false);
    await page.getByRole('button', { name: 'Continue to payment' }).click();
    await payWith(page, '4242424242424242');
    await expect(orderTitle(page)).toBeVisible();
    expect(await isTooWide()).toBe(false);
  });
});

test('a declined card, then another one: one order', async ({ page }) => {
  await page.goto(product);
  await page.getByRole('button', { name: 'Buy now' }).click();
  await fillDetails(page, 'declined@example.org');
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await payWith(page, '4000000000000002');
  await expect(page.getByText(/declined/i)).toBeVisible();
  await payWith(page, '4242424242424242');
  await expect(orderTitle(page)).toBeVisible();
});

test('the bank wants to see the buyer, who completes it', async ({ page }) => {
  await page.goto(product);
  await page.getByRole('button', { name: 'Buy now' }).click();
  await fillDetails(page, 'secure@example.org');
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await payWith(page, '4000000000003220');
  await page.getByRole('button', { name: /complete/i }).click();
  await expect(orderTitle(page)).toBeVisible();
});

test('what was sold meanwhile is said beside its line in the cart, before an address is typed', async ({
  page,
  shop,
  baseURL,
}) => {
  const key = String((await shop('key', 'create', '--scope', 'store')).key);
  const inStock = async (stock: string) => {
    const answer = await fetch(`${baseURL}/api/v1/stock/TMP-58`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ stock }),
    });
    expect(answer.status).toBe(200);
  };
  await page.goto('/products/tamper');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page).toHaveURL(/\/cart$/);
  await page.goto('/checkout');
  await expect(page.getByLabel('Email')).toBeVisible();
  await inStock('0');
  await page.goto('/checkout');
  await expect(page).toHaveURL(/\/cart$/);
  await expect(page.getByRole('listitem').filter({ hasText: 'Tamper 58 mm' })).toContainText(/sold out/i);
  await inStock('39');
});
