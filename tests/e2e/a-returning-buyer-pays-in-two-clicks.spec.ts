import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/playwright.ts';

const product = '/products/house-espresso';
const orderTitle = (page: Page) => page.getByRole('heading', { level: 1, name: /Order [A-Z0-9]{4}-[A-Z0-9]{5}/ });

async function buyAsGuest(page: Page, email: string, card: string, keep: boolean): Promise<void> {
  await page.goto(product);
  await page.getByRole('button', { name: 'Buy now' }).click();
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Full name').fill('Ada Lovelace');
  await page.getByLabel('Address', { exact: true }).fill('Unter den Linden 5');
  await page.getByLabel('Postal code').fill('10117');
  await page.getByLabel('City').fill('Berlin');
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await page.getByLabel('Card number').fill(card);
  await page.getByLabel('Expiry').fill('12 / 40');
  await page.getByLabel('CVC').fill('123');
  if (keep) await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: /^Pay/ }).click();
}

async function makeAccount(page: Page): Promise<void> {
  await page.getByLabel('Password').fill('a quiet cup of coffee');
  await page.getByRole('button', { name: 'Create account' }).click();
  // The form is also gone while the page is on its way; going on then would cut the sign-in off.
  await expect(page.getByRole('banner').getByRole('link', { name: 'Account' })).toBeVisible();
}

test('one field makes the account; next time Buy now, Pay', async ({ page }) => {
  await buyAsGuest(page, 'returning@example.org', '4242424242424242', true);
  await expect(orderTitle(page)).toBeVisible();
  const first = await orderTitle(page).textContent();
  await makeAccount(page);

  await page.goto(product);
  await page.getByRole('button', { name: 'Buy now' }).click();
  await page.getByRole('button', { name: /^Pay / }).click();
  await expect(orderTitle(page)).toBeVisible();
  expect(await orderTitle(page).textContent()).not.toBe(first);
});

test('a kept card whose bank wants to see the buyer every time', async ({ page }) => {
  await buyAsGuest(page, 'always-asked@example.org', '4000002760003184', true);
  await page.getByRole('button', { name: /complete/i }).click();
  await expect(orderTitle(page)).toBeVisible();
  await makeAccount(page);
  await page.goto(product);
  await page.getByRole('button', { name: 'Buy now' }).click();
  await page.getByRole('button', { name: /^Pay / }).click();
  await page.getByRole('button', { name: /complete/i }).click();
  await expect(orderTitle(page)).toBeVisible();
});

test('two tabs of one cart are one order', async ({ page, context }) => {
  await page.goto(product);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your cart' })).toBeVisible();
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto('/checkout');
    await tab.getByLabel('Email').fill('two-tabs@example.org');
    await tab.getByLabel('Full name').fill('Ada Lovelace');
    await tab.getByLabel('Address', { exact: true }).fill('Unter den Linden 5');
    await tab.getByLabel('Postal code').fill('10117');
    await tab.getByLabel('City').fill('Berlin');
  }
  for (const tab of [page, other]) {
    await tab.getByRole('button', { name: 'Continue to payment' }).click();
    await expect(tab.getByLabel('Card number')).toBeVisible();
  }
  expect(other.url()).toBe(page.url());
  await page.getByLabel('Card number').fill('4242424242424242');
  await page.getByLabel('Expiry').fill('12 / 40');
  await page.getByLabel('CVC').fill('123');
  await page.getByRole('button', { name: /^Pay/ }).click();
  await expect(orderTitle(page)).toBeVisible();
  const number = await orderTitle(page).textContent();
  await other.goto('/checkout');
  await expect(orderTitle(other)).toHaveText(number ?? '');
});

test('with the keyboard alone', async ({ page }) => {
  await page.goto(product);
  const reach = async (name: RegExp, role: 'button' | 'textbox') => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      const isThere = await page
        .getByRole(role, { name })
        .first()
        .evaluate((element) => element === document.activeElement)
        .catch(() => false);
      if (isThere) return;
    }
    throw new Error(`${name} cannot be reached by Tab`);
  };
  await reach(/^Buy now$/, 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Email')).toBeVisible();
  for (const [label, text] of [
    [/^Email/, 'keyboard@example.org'],
    [/^Full name/, 'Ada Lovelace'],
    [/^Address/, 'Unter den Linden 5'],
    [/^Postal code/, '10117'],
    [/^City/, 'Berlin'],
  ] as const) {
    await reach(label, 'textbox');
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Card number')).toBeVisible();
  for (const [label, text] of [
    [/Card number/, '4242424242424242'],
    [/Expiry/, '12 / 40'],
    [/CVC/, '123'],
  ] as const) {
    await reach(label, 'textbox');
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Enter');
  await expect(orderTitle(page)).toBeVisible();
});
