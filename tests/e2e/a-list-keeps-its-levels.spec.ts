import AxeBuilder from '@axe-core/playwright';
import { expect, phone, test, withoutJavaScript } from '#tests/support/playwright.ts';

test('an article is kept from its page, a level is set, what is left is counted, and the rest goes into the cart', async ({
  page,
}) => {
  await page.goto('/dev');
  await page.getByRole('button', { name: 'Go in: A café with one site' }).click();
  await expect(page).not.toHaveURL(/\/dev/);
  await page.goto('/products/harbour-blend');
  await page.getByRole('button', { name: 'Keep on a list' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Keep on a list' })).toBeVisible();
  await page.getByLabel('Name of a new list').fill('The bar');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The bar' })).toBeVisible();
  await page.getByLabel('Keep Harbour Blend').fill('12');
  await page.getByLabel('Left Harbour Blend').fill('5');
  await page.getByRole('button', { name: 'Save and work out' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByLabel('Order now Harbour Blend')).toHaveValue('7');
  await page.getByLabel('Article number').fill('no-such-thing');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('alert').or(page.getByRole('status')).first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText('It is in your cart.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Harbour Blend' }).first()).toBeVisible();
});

test.describe('without JavaScript, on a phone', () => {
  test.use({ ...withoutJavaScript, ...phone });

  test('a list is made, named again and deleted', async ({ page }) => {
    await page.goto('/dev');
    await page.getByRole('button', { name: 'Go in: A returning customer' }).click();
    await page.goto('/lists');
    await page.getByLabel('Name').fill('Sunday');
    await page.getByRole('button', { name: 'Make the list' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sunday' })).toBeVisible();
    const sticksOut = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(sticksOut).toBe(false);
    await page.getByText('Name and sharing').click();
    await page.getByRole('button', { name: 'Delete the list' }).click();
    await expect(page.getByText('The list is gone.')).toBeVisible();
    await expect(page.getByText('Sunday')).toBeHidden();
  });
});
