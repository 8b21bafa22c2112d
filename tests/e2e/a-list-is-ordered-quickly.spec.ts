import { inaccessible } from '#tests/support/accessibility.ts';
import { expect, test, withoutJavaScript } from '#tests/support/playwright.ts';

test('three hundred lines from a spreadsheet are checked while one looks, and go into the cart', async ({ page }) => {
  await page.goto('/quick-order');
  await page.getByLabel('Articles and quantities').fill('ESP-1K\t2\nNOPE\t3');
  await expect(page.getByText(/1 line can be ordered/)).toBeVisible();
  await expect(page.getByText('We know no such article.')).toBeVisible();
  expect(await inaccessible(page)).toEqual([]);
  const good = Array.from({ length: 299 }, (_, at) => `${at % 2 ? 'ESP-1K' : 'esp 250'}\t${(at % 5) + 1}`);
  await page.getByLabel('Articles and quantities').fill(['Article\tQuantity', ...good, 'NOPE\t3'].join('\n'));
  await expect(page.getByText(/299 lines can be ordered/)).toBeVisible();
  await page.getByRole('button', { name: 'Add the 299 lines that can be ordered' }).click();
  await expect(page.getByText(/299 lines are in the cart/)).toBeVisible();
  await expect(page.getByLabel('Articles and quantities')).toHaveValue('NOPE\t3');
  await page.getByRole('link', { name: 'To the cart' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'House Espresso' }).first()).toBeVisible();
});

test('a company pastes three hundred lines in its own numbers, and is told of each that is wrong what is wrong', async ({
  page,
}) => {
  await page.goto('/dev');
  await page.getByRole('button', { name: 'Go in: A café with one site' }).click();
  await expect(page).not.toHaveURL(/\/dev/);
  await page.goto('/company/part-numbers');
  await page.getByLabel('Your number, our article number').fill('BAR-1;ESP-1K\nBAR-2;ESP-250');
  await page.getByRole('button', { name: 'Keep them' }).click();
  await expect(page.getByText('2 numbers are kept.')).toBeVisible();
  await page.goto('/quick-order');
  const good = Array.from({ length: 298 }, (_, at) => `BAR-${(at % 2) + 1}\t${(at % 4) + 1}`);
  const wrong = ['BAR-9\t2', 'BAR-1\tmany'];
  await page.getByLabel('Articles and quantities').fill([...good, ...wrong].join('\n'));
  await expect(page.getByText(/298 lines can be ordered/)).toBeVisible();
  await expect(page.getByText('2 lines need a look.')).toBeVisible();
  await expect(page.getByRole('row', { name: /299 BAR-9 We know no such article/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /300 BAR-1 .*This is no quantity/ })).toBeVisible();
  await page.getByRole('button', { name: 'Add the 298 lines that can be ordered' }).click();
  await expect(page.getByText(/298 lines are in the cart/)).toBeVisible();
  await expect(page.getByLabel('Articles and quantities')).toHaveValue('BAR-9\t2\nBAR-1\tmany');
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
