import { inaccessible } from '#tests/support/accessibility.ts';
import { expect, test } from '#tests/support/playwright.ts';

test.beforeEach(async ({ page }) => {
  await page.goto('/dev');
  await page.getByRole('button', { name: 'Go in: The store’s admin' }).click();
  await expect(page).toHaveURL(/\/admin/);
  await page.goto('/admin/settings');
});

test('a page says what its owner wrote, from the moment it is saved until it is taken back', async ({ page }) => {
  await page.getByRole('link', { name: 'Legal and help pages' }).click();
  await page.getByRole('link', { name: 'Imprint' }).click();
  const intro = page.getByLabel('imprint_intro').first();
  await intro.fill('Broken {brace');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Keep what stands in braces').first()).toBeVisible();
  await expect(intro).toHaveValue('Broken {brace');
  await intro.fill('Roasted by the harbour since this morning.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. It counts from now on.')).toBeVisible();
  await page.goto('/pages/imprint');
  await expect(page.getByText('Roasted by the harbour since this morning.')).toBeVisible();

  await page.goto('/admin/settings/changes/pages');
  await expect(page.getByText('Roasted by the harbour since this morning.')).toBeVisible();
  await page.getByRole('button', { name: 'Back to this' }).last().click();
  await expect(page.getByText('Taken back. It counts from now on.')).toBeVisible();
  await page.goto('/pages/imprint');
  await expect(page.getByText('Roasted by the harbour since this morning.')).toBeHidden();
});

for (const path of ['', '/markets/DE', '/shipping/germany/standard', '/tax/ES', '/opening-hours', '/texts/mails'])
  test(`axe finds nothing on /admin/settings${path}`, async ({ page }) => {
    await page.goto(`/admin/settings${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await inaccessible(page)).toEqual([]);
  });
