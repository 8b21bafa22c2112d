import AxeBuilder from '@axe-core/playwright';
import { expect, test, withoutJavaScript } from '#tests/support/playwright.ts';

test('three hundred lines from a spreadsheet are checked while one looks, and go into the cart', async ({ page }) => {
  await page.goto('/quick-order');
  const good = Array.from({ length: 299 }, (_, at) => `${at % 2 ? 'ESP-1K' : 'esp 250'}\t${(at % 5) + 1}`);
  await page.getByLabel('Articles and quantities').fill(['Article\tQuantity', ...good, 'NOPE\t3'].join('\n'));
  await expect(page.getByText(/299 lines can be ordered/)).toBeVisible();
  await expect(page.getByText('We know no such article.')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: 'Add the 299 lines that can be ordered' }).click();
  await expect(page.getByText(/299 lines are in the cart/)).toBeVisible();
  await expect(page.getByLabel('Articles and quantities')).toHaveValue('NOPE\t3');
  await page.getByRole('link', { name: 'To the cart' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'House Espresso' }).first()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use(withoutJavaScript);

  test('it is checked by a button, and a wrong line is told', async ({ page }) => {
    await page.goto('/quick-order');
    await page.getByLabel('Articles and quantities').fill('ESP-1K 2\nESP-250 many things');
    await page.getByRole('button', { name: 'Check' }).click();
    await expect(page.getByText(/1 line can be ordered/)).toBeVisible();
    await page.getByRole('button', { name: 'Add the 1 line that can be ordered' }).click();
    await expect(page.getByText(/1 line is in the cart/)).toBeVisible();
  });
});
