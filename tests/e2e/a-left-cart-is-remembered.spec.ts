import type { Page } from '@playwright/test';
import { inaccessible } from '#tests/support/accessibility.ts';
import { expect, test } from '#tests/support/playwright.ts';

test.describe.configure({ mode: 'serial' });

/** A browser a person holds: links in mails do nothing for programs that look at them first. */
const person = {
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
};

async function leaveCart(page: Page, email: string) {
  await page.goto('/products/house-espresso');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cart' })).toBeVisible();
  await page.goto('/checkout');
  const known = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.ok());
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Full name').focus();
  await known;
}

async function letPass(page: Page, words: string) {
  await page.goto('/dev/clock');
  await page.getByRole('button', { name: words }).click();
  await expect(page.getByText('The clock was moved')).toBeVisible();
}

test('a guest who left is remembered after an hour, comes back on another device and pays; then nothing more comes', async ({
  page,
  browser,
  outbox,
  shop,
}) => {
  test.slow();
  const email = 'left-behind@example.org';
  await leaveCart(page, email);
  await letPass(page, 'Advance 1 hour');
  await shop('jobs', 'run');
  await outbox.find(email, /left something/);

  const other = await browser.newContext(person);
  const mails = await other.newPage();
  await mails.goto(`/dev/outbox?to=${encodeURIComponent(email)}`);
  await expect(mails.getByRole('heading', { level: 2, name: /left something/ })).toBeVisible();
  const opened = other.waitForEvent('page');
  await mails.frameLocator('iframe').getByRole('link', { name: /cart/i }).first().click();
  const device = await opened;
  await expect(device.getByText('Here is your cart, at today’s prices.')).toBeVisible();
  await device.goto('/checkout');
  await device.getByLabel('Email').fill(email);
  await device.getByLabel('Full name').fill('Ada Lovelace');
  await device.getByLabel('Address', { exact: true }).fill('Unter den Linden 5');
  await device.getByLabel('Postal code').fill('10117');
  await device.getByLabel('City').fill('Berlin');
  await device.getByRole('button', { name: 'Continue to payment' }).click();
  await device.getByLabel('Card number').fill('4242424242424242');
  await device.getByLabel('Expiry').fill('12 / 40');
  await device.getByLabel('CVC').fill('123');
  await device.getByRole('button', { name: /^Pay/ }).click();
  await expect(device.getByRole('heading', { level: 1, name: /Order/ })).toBeVisible();
  await other.close();

  await letPass(page, 'Advance 24 hours');
  await letPass(page, 'Advance 72 hours');
  await shop('jobs', 'run');
  const subjects = (await outbox.to(email)).map(({ subject }) => subject);
  expect(subjects.filter((subject) => /cart|thinking it over/i.test(subject))).toEqual([
    'You left something in your cart',
  ]);
});

test('one click ends it for good', async ({ page, outbox, shop }) => {
  test.slow();
  const email = 'no-more@example.org';
  await leaveCart(page, email);
  await letPass(page, 'Advance 1 hour');
  await shop('jobs', 'run');
  const mail = await outbox.find(email, /left something/);
  const link = /<([^>]+)>/.exec(mail.headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
  await page.goto(new URL(link).pathname);
  await expect(page.getByRole('heading', { level: 1, name: 'No more reminders?' })).toBeVisible();
  expect(await inaccessible(page)).toEqual([]);
  await page.getByRole('button', { name: 'Unsubscribe' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'You are unsubscribed' })).toBeVisible();
  await letPass(page, 'Advance 24 hours');
  await letPass(page, 'Advance 72 hours');
  await shop('jobs', 'run');
  expect((await outbox.to(email)).map(({ subject }) => subject)).toEqual(['You left something in your cart']);
});

test('the store changes its series, looks at it and sends itself one', async ({ page, outbox, shop }) => {
  await page.goto('/dev');
  await page.getByRole('button', { name: /^Go in: The store/ }).click();
  await expect(page).not.toHaveURL(/\/dev/);
  await page.goto('/admin/reminders');
  await page.getByRole('link', { name: 'Change the series' }).click();
  await page.getByLabel('Reminder 2, in hours').fill('0.5');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Each reminder must come later than the one before.')).toBeVisible();
  await expect(page.getByLabel('Reminder 2, in hours')).toHaveValue('0.5');
  await page.getByLabel('Reminder 2, in hours').fill('20');
  await page.getByLabel('Per cent off').fill('10');
  await page.getByLabel('Holds for how many days').fill('7');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. It counts from now on.')).toBeVisible();
  await expect(page.getByLabel('Reminder 2, in hours')).toHaveValue('20');
  await page.getByLabel('Which one').selectOption('3');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/step=3/);
  await expect(
    page
      .frameLocator('iframe')
      .first()
      .getByText(/BACK-7Q2M/),
  ).toBeVisible();
  expect(await inaccessible(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send this one to me' }).click();
  await expect(page.getByText('A test mail is on its way to you.')).toBeVisible();
  await shop('jobs', 'run');
  await outbox.find('admin@tradepost.example', /one last time/);

  await page.goto('/admin/settings/changes/reminders');
  await expect(page.getByText(/1440/).first()).toBeVisible();
});
