import { inaccessible } from '#tests/support/accessibility.ts';
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
  expect(await inaccessible(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText('It is in your cart.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Harbour Blend' }).first()).toBeVisible();
});

test('a choice made on a product page and lines of a quick order stand on one list and go into the cart as they were', async ({
  page,
}) => {
  await page.goto('/dev');
  await page.getByRole('button', { name: 'Go in: A café with one site' }).click();
  await expect(page).not.toHaveURL(/\/dev/);
  await page.goto('/products/house-espresso?plan=care-plus&modules=grinder-service');
  await page.getByRole('button', { name: 'Keep on a list' }).click();
  await page.getByLabel('Name of a new list').fill('With care');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'With care' })).toBeVisible();
  await expect(page.getByText('Care Plus · Grinder service')).toBeVisible();

  await page.goto('/quick-order');
  await page.getByLabel('Articles and quantities').fill('ESP-1K 12\nESP-250 3\nNOPE 4\nESP-250 2');
  await page.getByRole('button', { name: 'Keep on a list' }).click();
  await expect(page.getByText('3: NOPE')).toBeVisible();
  await page.locator('select[name=list]').selectOption({ label: 'With care' });
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByLabel('Usual order House Espresso, 1 kg')).toHaveValue('12');
  await expect(page.getByLabel('Usual order House Espresso, 250 g')).toHaveCount(2);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText('It is in your cart.')).toBeVisible();
  await expect(page.getByText('250 g · Care Plus · Grinder service')).toBeVisible();
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
