import type { Page } from '@playwright/test';
import { inaccessible } from '#tests/support/accessibility.ts';
import { expect, test } from '#tests/support/playwright.ts';

const orderTitle = (page: Page) => page.getByRole('heading', { level: 1, name: /Order [A-Z0-9]{4}-[A-Z0-9]{5}/ });

async function threeDaysPass(page: Page) {
  await page.goto('/dev/clock');
  await page.getByRole('button', { name: 'Advance 72 hours' }).click();
  await expect(page.getByText('The clock was moved')).toBeVisible();
}

test('what was bought once is told before it comes, comes by itself, is skipped and ended', async ({
  page,
  outbox,
  shop,
}) => {
  test.slow();
  const email = 'again-and-again@example.org';
  await page.goto('/products/house-espresso');
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
  await page.getByLabel('Password').fill('a quiet cup of coffee');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Account' })).toBeVisible();

  await page.getByRole('link', { name: 'Order regularly' }).click();
  await page.getByLabel('Name').fill('Beans for home');
  await page.getByLabel('Every').fill('2');
  await page.getByRole('button', { name: 'Start the standing order' }).click();
  await expect(page.getByText('The standing order is there')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Beans for home' })).toBeVisible();
  expect(await inaccessible(page)).toEqual([]);
  const address = page.url();

  await page
    .getByRole('button', { name: /^Skip / })
    .nth(1)
    .click();
  await expect(page.getByText('It is skipped')).toBeVisible();

  for (let round = 0; round < 4; round += 1) {
    await threeDaysPass(page);
    await shop('jobs', 'run');
  }
  await outbox.find(email, /“Beans for home” comes on/);
  await page.goto(address);
  await page.getByRole('link', { name: /^Order [A-Z0-9]{4}-/ }).click();
  await expect(orderTitle(page)).toBeVisible();

  await page.goto(address);
  await page.getByText('Pause or end it').click();
  await page.getByRole('button', { name: 'End it for good' }).click();
  await expect(page.getByText('Nothing more is ordered')).toBeVisible();
});
