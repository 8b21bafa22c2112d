import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/playwright.ts';

const goIn = async (page: Page, door: string) => {
  await page.goto('/dev');
  await page.getByRole('button', { name: `Go in: ${door}` }).click();
};

test('every door of the tour leads to a page that is there', async ({ page }) => {
  await page.goto('/dev');
  const doors = await page.getByRole('button', { name: /^Go in:/ }).allTextContents();
  expect(doors.length).toBeGreaterThanOrEqual(9);
  for (const door of doors) {
    await page.goto('/dev');
    await page.getByRole('button', { name: door, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/A door for every role|not here|not found/i);
    expect(new URL(page.url()).pathname).not.toBe('/dev');
  }
});

test('an admin sets a limit and a role; amounts that are none are told under their field', async ({ page }) => {
  await goIn(page, 'A company’s own admin');
  await page.getByRole('link', { name: 'Cleo Winter' }).click();
  await page.getByLabel('Spending limit per order (EUR)').fill('a lot');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter an amount');
  await page.getByLabel('Spending limit per order (EUR)').fill('750.00');
  await page.getByLabel('Add a role').selectOption('viewer');
  await page.getByLabel('In the unit').selectOption({ label: 'South' });
  await page.getByRole('button', { name: 'Save' }).click();
  const row = page.getByRole('row', { name: /Cleo Winter/ });
  await expect(row).toContainText('€750.00');
  await expect(row).toContainText('Viewer, South');
});

test('a form of one company is not done once another tab has switched', async ({ page, context }) => {
  await goIn(page, 'A company’s own admin');
  await page.goto('/company/cost-centres/new');
  const other = await context.newPage();
  await other.goto('/account/buying-as');
  await other.getByLabel('Harbour Hotels · North', { exact: false }).check();
  await other.getByRole('button', { name: 'Switch' }).click();
  await expect(other.getByRole('banner')).toContainText('North');
  await page.getByLabel('Code').fill('GHOST');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('another tab');
  await page.goto('/company/cost-centres');
  await expect(page.getByText('GHOST')).toHaveCount(0);
});

test.describe('a page that is not yours', () => {
  test.use({ expectedNoise: [/status of 404/] });

  test('is not there: a site buyer reaches nothing of what an admin or our own people may do', async ({ page }) => {
    await goIn(page, 'A buyer at a hotel site');
    await expect(page.getByRole('banner')).toContainText('Pier 9');
    await page.goto('/company/people');
    await expect(page.getByRole('link', { name: 'Invite someone' })).toHaveCount(0);
    expect((await page.goto('/sales/companies'))?.status()).toBe(404);
    expect((await page.goto('/admin/orders'))?.status()).toBe(404);
  });
});

test('an admin invites somebody by mail, who chooses a password and buys for that unit', async ({ page, outbox }) => {
  await goIn(page, 'A company’s own admin');
  await page.getByRole('link', { name: 'Invite someone' }).click();
  await page.getByLabel('Email').fill('nia@guest.example');
  await page.getByLabel('Name').fill('Nia Vogel');
  await page.getByLabel('Unit').selectOption({ label: 'Lighthouse' });
  await page.getByRole('checkbox', { name: 'Buyer' }).check();
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(page.getByRole('row', { name: /Nia Vogel/ })).toContainText('Invited');

  const mail = await outbox.find('nia@guest.example', /invites you/);
  const link = /\/invitations\/[\w-]+/.exec(mail.text)?.[0] ?? '';
  await page.context().clearCookies();
  await page.goto(link);
  await page.getByLabel('New password').fill('a lamp above the sea');
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await expect(page.getByRole('banner')).toContainText('Harbour Hotels · Lighthouse');
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link is over');
});

test('a rep orders on behalf of a member, and the header says for whom', async ({ page }) => {
  await goIn(page, 'A sales rep');
  await page.getByRole('link', { name: 'Companies' }).first().click();
  await page.getByRole('link', { name: 'Harbour Hotels' }).click();
  await page.getByRole('button', { name: 'Order on behalf of Ana Costa' }).click();
  await expect(page.getByRole('banner')).toContainText('Harbour Hotels · Pier 9');
});
