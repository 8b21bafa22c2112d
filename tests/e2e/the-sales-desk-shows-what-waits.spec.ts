import type { Page } from '@playwright/test';
import { inaccessible } from '#tests/support/accessibility.ts';
import { expect, phone, test, withoutJavaScript } from '#tests/support/playwright.ts';

async function enter(page: Page, door: string) {
  await page.goto('/dev');
  await page.getByRole('button', { name: door }).click();
  await expect(page).toHaveURL(/\/sales/);
}

test('by keys to a counter-offer, whose limits are live while its answer is typed', async ({ page }) => {
  await enter(page, 'Go in: A sales rep');
  await expect(page.getByRole('heading', { level: 1, name: 'Sales desk' })).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(page.getByLabel('Search the desk')).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type('harbour');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=harbour/);
  const waiting = page.getByRole('row', { name: /Harbour Hotels.*Countered/ });
  await expect(waiting).toBeVisible();
  await waiting.getByRole('link').click();

  await expect(page.getByText('At 15.90 I can say yes today.')).toBeVisible();
  const price = page.getByLabel('Unit price for ESP-1K');
  await expect(price).toHaveValue('16.80');
  await price.fill('10.00');
  await expect(page.getByText('Beyond your limits: a manager looks at it first.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Submit for approval' })).toBeVisible();
  await price.fill('15.90');
  await expect(page.getByText('Within your limits: it goes out at once.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send the offer' })).toBeVisible();
  expect(await inaccessible(page)).toEqual([]);
});

test('a manager looks at a portfolio and at how the team answers', async ({ page }) => {
  await enter(page, 'Go in: The sales manager');
  await page.getByLabel('Portfolio').selectOption({ label: 'Milan Hartwig' });
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/portfolio=/);
  await expect(page.getByRole('row', { name: /Café Lindenhof/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Harbour Hotels/ })).toBeHidden();
  await page.getByRole('link', { name: 'Team and figures' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'The team’s figures' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Rosa Klein/ })).toBeVisible();
  await expect(page.getByText('Another roaster was cheaper')).toBeVisible();
  for (const path of ['/sales', '/sales/team']) {
    await page.goto(path);
    expect(await inaccessible(page)).toEqual([]);
  }
});

test.describe('without JavaScript, on a phone', () => {
  test.use({ ...phone, ...withoutJavaScript });

  test('the desk stands and nothing sticks out at the side', async ({ page }) => {
    await enter(page, 'Go in: A sales rep');
    await expect(page.getByText('Harbour Hotels').first()).toBeVisible();
    const sticksOut = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(sticksOut).toBe(false);
  });
});
