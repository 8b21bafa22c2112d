import type { Page, Route } from '@playwright/test';
import { inaccessible } from '#tests/support/accessibility.ts';
import { expect, phone, test, withoutJavaScript } from '#tests/support/playwright.ts';
import { tooWide } from '#tests/support/untranslated.ts';

const espresso = 'House Espresso';
const machine = 'Counter One';
const changes = /\/cart\/lines\/\d+/;

async function put(page: Page, ...handles: string[]) {
  for (const handle of handles) {
    await page.goto(`/products/${handle}`);
    await page.getByRole('button', { name: 'Add to cart' }).first().click();
    await page.waitForURL(/\/cart$/);
  }
  await page.waitForLoadState('networkidle');
}

const lineOf = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title, exact: true }) });
const quantityOf = (page: Page, title: string) => lineOf(page, title).getByLabel('Quantity');
const more = (page: Page, title: string) => lineOf(page, title).getByRole('button', { name: /more/i });
const headerCart = (page: Page, lines: string) =>
  page.getByRole('banner').getByRole('link', { name: `Cart, ${lines}` });
const summary = (page: Page) => page.locator('section', { has: page.getByRole('heading', { name: 'Summary' }) });
const total = (page: Page) =>
  summary(page)
    .locator('dt', { hasText: /^Total$/ })
    .locator('xpath=following-sibling::dd');

/** Holds every change back until it is let go; answers what was sent. */
async function hold(page: Page) {
  const held: Route[] = [];
  const sent: string[] = [];
  let isOpen = false;
  await page.route(changes, async (route) => {
    sent.push(new URLSearchParams(route.request().postData() ?? '').get('quantity') ?? '');
    if (isOpen) await route.continue();
    else held.push(route);
  });
  return {
    sent,
    letGo: async () => {
      isOpen = true;
      for (const route of held.splice(0)) await route.continue();
    },
  };
}

const settled = (page: Page) => expect(page.locator('main [aria-busy]')).toHaveCount(0);

test('a new quantity stands there before the shop answers, and its amounts only after', async ({ page }) => {
  await put(page, 'house-espresso');
  const before = await total(page).innerText();
  const held = await hold(page);
  await more(page, espresso).evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await expect(quantityOf(page, espresso)).toHaveValue('3');
  await expect(lineOf(page, espresso).locator('[aria-busy]')).toBeVisible();
  await expect(summary(page).locator('[aria-busy]').first()).toBeVisible();
  await expect.poll(() => held.sent).toEqual(['3']);
  await expect(total(page)).toHaveText(before);
  await held.letGo();
  await settled(page);
  await expect(total(page)).not.toHaveText(before);
  await expect(
    page.getByRole('status').filter({ hasText: `New total: ${await total(page).innerText()}` }),
  ).toBeAttached();
  await page.reload();
  await expect(quantityOf(page, espresso)).toHaveValue('3');
});

test('a quantity is typed, and sent by Enter or by leaving the field', async ({ page }) => {
  await put(page, 'house-espresso');
  await quantityOf(page, espresso).fill('4');
  await quantityOf(page, espresso).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'New total' })).toBeAttached();
  await expect(quantityOf(page, espresso)).toBeFocused();
  await quantityOf(page, espresso).fill('6');
  const answered = page.waitForResponse(changes);
  await page.keyboard.press('Tab');
  await answered;
  await page.reload();
  await expect(quantityOf(page, espresso)).toHaveValue('6');
});

test('of quick changes the last one holds, though the first is answered late', async ({ page }) => {
  await put(page, 'house-espresso');
  const held = await hold(page);
  await quantityOf(page, espresso).fill('9');
  await quantityOf(page, espresso).press('Enter');
  await expect.poll(() => held.sent).toEqual(['9']);
  for (let press = 0; press < 3; press++) await more(page, espresso).click();
  await expect(quantityOf(page, espresso)).toHaveValue('12');
  await held.letGo();
  await settled(page);
  expect(held.sent).toEqual(['9', '12']);
  await expect(quantityOf(page, espresso)).toHaveValue('12');
  await page.reload();
  await expect(quantityOf(page, espresso)).toHaveValue('12');
});

test('two lines changed at once both hold', async ({ page }) => {
  await put(page, 'house-espresso', 'counter-one');
  const held = await hold(page);
  await more(page, espresso).click();
  await more(page, machine).click();
  await expect.poll(() => held.sent).toEqual(['2', '2']);
  await held.letGo();
  await settled(page);
  await page.reload();
  await expect(quantityOf(page, espresso)).toHaveValue('2');
  await expect(quantityOf(page, machine)).toHaveValue('2');
});

test('what the shop refuses is taken back, with the reason beside the line', async ({ page }) => {
  await put(page, 'house-espresso');
  const before = await total(page).innerText();
  await quantityOf(page, espresso).fill('1.5');
  await quantityOf(page, espresso).press('Enter');
  await expect(lineOf(page, espresso).getByRole('alert')).toContainText(
    'You asked for 1.5. This quantity cannot be ordered.',
  );
  await expect(quantityOf(page, espresso)).toHaveValue('1');
  await expect(total(page)).toHaveText(before);
  await settled(page);
  await more(page, espresso).click();
  await expect(lineOf(page, espresso).getByRole('alert')).toHaveCount(0);
});

test('more than there is in stock is said beside the line', async ({ page }) => {
  await put(page, 'house-espresso');
  await quantityOf(page, espresso).fill('99999');
  await quantityOf(page, espresso).press('Enter');
  await expect(lineOf(page, espresso).getByText(/Only [\d,]+ left/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Checkout' })).toHaveCount(0);
});

test.describe('without an answer', () => {
  test.use({ expectedNoise: [/net::ERR_(FAILED|CONNECTION)/] });

  test('the cart is what it was, and what was typed is tried again with one press', async ({ page }) => {
    await put(page, 'house-espresso');
    await page.route(changes, (route) => route.abort());
    await quantityOf(page, espresso).fill('7');
    await quantityOf(page, espresso).press('Enter');
    await expect(lineOf(page, espresso).getByRole('alert')).toContainText('You asked for 7. The shop did not answer.');
    await expect(quantityOf(page, espresso)).toHaveValue('1');
    await page.unroute(changes);
    await page.getByRole('button', { name: `Try again ${espresso}` }).click();
    await settled(page);
    await page.reload();
    await expect(quantityOf(page, espresso)).toHaveValue('7');
  });

  test('a line that was taken out comes back, and its buyer stays to read why', async ({ page }) => {
    await put(page, 'house-espresso');
    const aborted: Route[] = [];
    await page.route(changes, (route) => void aborted.push(route));
    await page.getByRole('button', { name: `Remove ${espresso}` }).click();
    await expect(page.getByRole('heading', { name: 'Your cart is empty' })).toBeVisible();
    await page.getByRole('link', { name: 'Look around the shop' }).click();
    await aborted[0]?.abort();
    await expect(lineOf(page, espresso).getByRole('alert')).toContainText('The shop did not answer.');
    await expect(page).toHaveURL(/\/cart$/);
    await expect(headerCart(page, '1 line')).toBeVisible();
  });
});

test('a line goes out at once and comes back as it was, by keys alone', async ({ page }) => {
  await page.goto('/products/house-espresso');
  await page.getByRole('checkbox', { name: /^Grinder service/ }).check();
  await page.getByLabel('Quantity').first().fill('3');
  await page.getByRole('button', { name: 'Add to cart' }).first().click();
  await page.waitForURL(/\/cart$/);
  await put(page, 'counter-one');
  const before = await total(page).innerText();
  const choice = await lineOf(page, espresso).locator('p').first().innerText();

  await page.getByRole('button', { name: `Remove ${espresso}` }).focus();
  await page.keyboard.press('Enter');
  await expect(lineOf(page, espresso)).toHaveCount(0);
  await expect(headerCart(page, '1 line')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await settled(page);
  await expect(total(page)).not.toHaveText(before);

  await page.keyboard.press('Enter');
  await expect(quantityOf(page, espresso)).toBeFocused();
  await expect(headerCart(page, '2 lines')).toBeVisible();
  await settled(page);
  await expect(total(page)).toHaveText(before);
  await page.reload();
  await expect(quantityOf(page, espresso)).toHaveValue('3');
  await expect(lineOf(page, espresso).locator('p').first()).toHaveText(choice);
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText(espresso);
});

test('an undone removal holds, though the removal is still on its way', async ({ page }) => {
  await put(page, 'house-espresso');
  const held = await hold(page);
  await page.getByRole('button', { name: `Remove ${espresso}` }).click();
  await expect(page.getByRole('heading', { name: 'Your cart is empty' })).toBeVisible();
  await expect(headerCart(page, 'empty')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(quantityOf(page, espresso)).toHaveValue('1');
  await held.letGo();
  await settled(page);
  await page.reload();
  await expect(quantityOf(page, espresso)).toHaveValue('1');
});

test('the checkout waits for what is on its way', async ({ page }) => {
  await put(page, 'house-espresso');
  const held = await hold(page);
  await more(page, espresso).click();
  await page.getByRole('link', { name: 'Checkout' }).click();
  await expect(page.getByText('Your changes are saved first.')).toBeAttached();
  await expect(page).toHaveURL(/\/cart$/);
  await held.letGo();
  await page.waitForURL(/\/checkout/);
  await page.goto('/cart');
  await expect(quantityOf(page, espresso)).toHaveValue('2');
});

test('the checkout waits too while the cart is read anew for a change before', async ({ page }) => {
  await put(page, 'house-espresso');
  await quantityOf(page, espresso).fill('2');
  let isRead = false;
  await page.route(/\/cart\.data/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    isRead = true;
    await route.continue();
  });
  const reading = page.waitForRequest(/\/cart\.data/);
  await quantityOf(page, espresso).press('Enter');
  await reading;
  const held = await hold(page);
  await quantityOf(page, espresso).fill('5');
  await page.getByRole('link', { name: 'Checkout' }).click();
  await expect.poll(() => held.sent).toEqual(['5']);
  await expect.poll(() => isRead).toBe(true);
  await page.waitForTimeout(500);
  await held.letGo();
  await page.waitForURL(/\/checkout/);
  await page.goto('/cart');
  await expect(quantityOf(page, espresso)).toHaveValue('5');
});

test.describe('where another tab was faster', () => {
  test.use({ expectedNoise: [/status of 404/] });

  test('a line that another tab has taken out is said to be gone, and the newest cart is shown', async ({ page }) => {
    await put(page, 'house-espresso', 'counter-one');
    const other = await page.context().newPage();
    await other.goto('/cart');
    await other.waitForLoadState('networkidle');
    const removed = other.waitForResponse(/\/removal/);
    await other.getByRole('button', { name: `Remove ${espresso}` }).click();
    await removed;
    await quantityOf(other, machine).fill('3');
    const answered = other.waitForResponse(changes);
    await quantityOf(other, machine).press('Enter');
    await answered;
    await more(page, espresso).click();
    await expect(page.getByRole('alert')).toContainText('This line is not there any more.');
    await expect(quantityOf(page, machine)).toHaveValue('3');
    await expect(headerCart(page, '1 line')).toBeVisible();
  });
});

test('the count in the header is there as soon as the button is pressed', async ({ page }) => {
  await page.goto('/products/house-espresso');
  await page.waitForLoadState('networkidle');
  const held: Route[] = [];
  await page.route(/\/cart\/lines/, (route) => void held.push(route));
  const add = page.getByRole('button', { name: 'Add to cart' });
  await add.click();
  await expect(headerCart(page, '1 line')).toBeVisible();
  await expect(add).toHaveAttribute('aria-busy', 'true');
  await held[0]?.continue();
  await page.waitForURL(/\/cart$/);
  await expect(headerCart(page, '1 line')).toBeVisible();
  await page.goto('/products/house-espresso');
  await page.waitForLoadState('networkidle');
  await add.click();
  await expect(add).toHaveAttribute('aria-busy', 'true');
  await expect(headerCart(page, '1 line')).toBeVisible();
  await held[1]?.continue();
  await page.waitForURL(/\/cart$/);
});

test.describe('on a phone', () => {
  test.use({ ...phone, contextOptions: { reducedMotion: 'reduce' } });

  test('nothing moves or sticks out while the cart waits, and nobody is shut out', async ({ page }) => {
    await put(page, 'house-espresso', 'counter-one');
    const places = () =>
      page.locator('main').evaluate((main) =>
        [...main.querySelectorAll('li, dd, h2')].map((one) => {
          const { top, height } = one.getBoundingClientRect();
          return `${Math.round(top + scrollY)} ${Math.round(height)}`;
        }),
      );
    const before = await places();
    const held = await hold(page);
    await more(page, espresso).click();
    await expect(lineOf(page, espresso).locator('[aria-busy]')).toBeVisible();
    expect(await places()).toEqual(before);
    expect(await inaccessible(page)).toEqual([]);
    await held.letGo();
    await settled(page);
    await page.getByRole('button', { name: `Remove ${espresso}` }).click();
    await settled(page);
    await quantityOf(page, machine).fill('1.5');
    await quantityOf(page, machine).press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    expect(await tooWide(page)).toBe(0);
    expect(await inaccessible(page)).toEqual([]);
  });
});

test.describe('without scripts', () => {
  test.use(withoutJavaScript);

  test('a quantity is changed and a line taken out by buttons', async ({ page }) => {
    await page.goto('/products/house-espresso');
    await page.getByRole('button', { name: 'Add to cart' }).first().click();
    await quantityOf(page, espresso).fill('3');
    await page.getByRole('button', { name: 'Update' }).click();
    await expect(quantityOf(page, espresso)).toHaveValue('3');
    await page.getByRole('button', { name: `Remove ${espresso}` }).click();
    await expect(page.getByRole('heading', { name: 'Your cart is empty' })).toBeVisible();
  });
});
