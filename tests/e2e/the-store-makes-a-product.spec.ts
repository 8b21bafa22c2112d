import { inaccessible } from '#tests/support/accessibility.ts';
import { expect, test } from '#tests/support/playwright.ts';

test('from an empty form to a paid order: text, variant, price, stock and picture', async ({ page, browser }) => {
  await page.goto('/dev');
  await page.getByRole('button', { name: 'Go in: The store’s admin' }).click();
  await expect(page).toHaveURL(/\/admin/);
  await page.goto('/admin/products');
  await page.getByRole('link', { name: 'New product' }).click();
  await page.getByLabel('Title (English)').first().fill('Sampler Tin');
  await page.getByLabel('Address', { exact: true }).fill('Sampler Tin');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Use letters and digits only').first()).toBeVisible();
  await expect(page.getByLabel('Title (English)').first()).toHaveValue('Sampler Tin');
  await page.getByLabel('Address', { exact: true }).fill('sampler-tin');
  await page.getByLabel('Category').fill('pantry');
  await page.getByLabel('State').selectOption('On the shelf');
  await page.getByLabel('Description (English)').fill('<p>Four coffees in a tin.</p><script>alert(1)</script>');
  await page.getByLabel('SKU, variant 1', { exact: true }).fill('TIN-1');
  await page.getByLabel('Price EUR, with tax, variant 1').fill('24.50');
  await page.getByLabel('On the shelf, variant 1').fill('7');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. It counts from now on.')).toBeVisible();
  await expect(page.getByLabel('Price EUR, with tax, variant 1')).toHaveValue('24.50');
  expect(await inaccessible(page)).toEqual([]);

  await page.getByRole('link', { name: 'Pictures' }).click();
  await page.getByLabel('Files').setInputFiles('docs/front-page.png');
  await page.getByLabel('In words (English)').fill('A tin of four coffees');
  await page.getByRole('button', { name: 'Save pictures' }).click();
  await expect(page.getByText('The pictures are saved.')).toBeVisible();
  await expect(page.getByRole('img', { name: 'A tin of four coffees' })).toBeVisible();

  const guest = await browser.newPage();
  await guest.goto('/products/sampler-tin');
  await expect(guest.getByRole('img', { name: 'A tin of four coffees' }).first()).toBeVisible();
  await expect(guest.getByText('€24.50').first()).toBeVisible();
  await guest.getByRole('button', { name: 'Buy now' }).click();
  await guest.getByLabel('Email').fill('sampler@home.example');
  await guest.getByLabel('Full name').fill('Sam Pler');
  await guest.getByLabel('Address', { exact: true }).fill('Hauptstr. 1');
  await guest.getByLabel('Postal code').fill('10117');
  await guest.getByLabel('City').fill('Berlin');
  await guest.getByRole('button', { name: 'Continue to payment' }).click();
  await guest.getByLabel('Card number').fill('4242424242424242');
  await guest.getByLabel('Expiry').fill('12 / 40');
  await guest.getByLabel('CVC').fill('123');
  await guest.getByRole('button', { name: /^Pay/ }).click();
  await expect(guest.getByRole('heading', { level: 1, name: /Order [A-Z0-9]{4}-[A-Z0-9]{5}/ })).toBeVisible();
  await guest.close();

  await page.goto('/admin/products/sampler-tin/changes');
  await expect(page.getByText('The product was made.')).toBeVisible();
  await page.goto('/admin/products/sampler-tin');
  await page.getByLabel('State').selectOption('Archived');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. It counts from now on.')).toBeVisible();
});
