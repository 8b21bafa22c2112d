import { inaccessible } from '#tests/support/accessibility.ts';
import { expect, phone, test, withoutJavaScript } from '#tests/support/playwright.ts';
import { tooWide, untranslated } from '#tests/support/untranslated.ts';

const pages = [
  '/',
  '/categories/coffee',
  '/search?q=expresso',
  '/search?q=xylophonequartz',
  '/products/house-espresso',
  '/products/counter-one',
  '/products/tasting-trio',
  '/pages/returns',
];

test('a visitor walks from the front page past the shelves to the cart', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Shop the beans' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Coffee' })).toBeVisible();
  await page.getByRole('checkbox', { name: /Dark/ }).check();
  await expect(page).toHaveURL(/attr\.roast=dark/);
  await page.getByRole('link', { name: 'House Espresso', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'House Espresso' })).toBeVisible();
  await page.getByRole('radio', { name: '1 kg' }).check({ force: true });
  await expect(page).toHaveURL(/1\+kg/);
  await page.getByLabel('Quantity').fill('3');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page).toHaveURL(/\/cart$/);
  await expect(page.getByRole('link', { name: 'House Espresso' }).first()).toBeVisible();
  await expect(page.getByText('1 kg').first()).toBeVisible();
});

test('the option chosen last is what is bought, however fast the button follows', async ({ page }) => {
  await page.goto('/products/house-espresso');
  await page.getByRole('radio', { name: '5 kg' }).check({ force: true });
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page).toHaveURL(/\/cart$/);
  await expect(page.getByText('5 kg').first()).toBeVisible();
});

test('search forgives, suggests while typing and takes a SKU', async ({ page }) => {
  await page.goto('/');
  const search = page.getByRole('search').getByLabel('Search');
  await search.pressSequentially('house esp');
  await expect(
    page.getByRole('list', { name: 'Suggestions' }).getByRole('link', { name: 'House Espresso' }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('list', { name: 'Suggestions' })).toBeHidden();
  await search.fill('expresso');
  await search.press('Enter');
  await expect(page.getByText(/so here is “espresso”/)).toBeVisible();
  await page.goto('/search?q=esp1k');
  await expect(page.getByRole('article').first().getByRole('link')).toHaveText('House Espresso');
});

test('a machine is configured with its price in sight, and an impossible choice says what would do', async ({
  page,
}) => {
  await page.goto('/products/counter-one');
  await page.getByRole('radio', { name: /^Care Plus/ }).check();
  await expect(page.getByText('Each month')).toBeVisible();
  await page.getByText('Why this price?').click();
  await expect(page.getByText(/by the public price list/).first()).toBeVisible();
  await page.goto('/products/house-espresso');
  await page.getByRole('checkbox', { name: /^Grinder service/ }).check();
  await page.getByRole('checkbox', { name: /^Self-service kit/ }).check();
  await expect(page.getByText(/do not go together/)).toBeVisible();
  await page.getByRole('link', { name: /^Take / }).click();
  await expect(page.getByText(/do not go together/)).toBeHidden();
});

test('an answer that comes late does not take the place of what was chosen since', async ({ page }) => {
  const hold = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  let asked = 0;
  await page.route(/\/products\/house-espresso\/price/, async (route) => {
    if (asked++ === 0) await hold(1_500);
    await route.continue();
  });
  await page.goto('/products/house-espresso');
  const first = page.waitForRequest(/\/products\/house-espresso\/price/);
  await page.getByRole('checkbox', { name: /^Grinder service/ }).check();
  await first;
  await page.getByRole('checkbox', { name: /^Self-service kit/ }).check();
  await expect(page.getByRole('link', { name: /^Take / })).toBeVisible();
  await hold(2_000);
  expect(asked).toBe(2);
  await expect(page.getByRole('link', { name: /^Take / })).toBeVisible();
});

test('everything on the way to the cart is done by keys', async ({ page }) => {
  await page.goto('/products/house-espresso');
  await page.getByRole('radio', { name: '250 g' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: '500 g' })).toBeChecked();
  await expect(page.getByRole('radio', { name: '500 g' })).toBeFocused();
  await page.getByRole('button', { name: 'Add to cart' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/cart$/);
});

for (const path of pages)
  test(`axe finds nothing on ${path}`, async ({ page }) => {
    await page.goto(path);
    expect(await inaccessible(page)).toEqual([]);
  });

test.describe('without JavaScript', () => {
  test.use(withoutJavaScript);

  test('a shelf is narrowed and a chosen size is bought', async ({ page }) => {
    await page.goto('/categories/coffee');
    await page.getByRole('checkbox', { name: /Dark/ }).check();
    await page.getByRole('button', { name: 'Apply' }).last().click();
    await expect(page).toHaveURL(/attr\.roast=dark/);
    await page.getByRole('link', { name: 'House Espresso', exact: true }).click();
    await page.getByRole('radio', { name: '1 kg' }).check({ force: true });
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await expect(page.getByText('1 kg').first()).toBeVisible();
  });

  test('a machine is configured and shows the price of the choice', async ({ page }) => {
    await page.goto('/products/counter-one');
    await page.getByRole('radio', { name: /^Care Plus/ }).check();
    await page.getByRole('button', { name: 'Show the price of this choice' }).click();
    await expect(page.getByText('Each month')).toBeVisible();
    await expect(page.getByRole('radio', { name: /^Care Plus/ })).toBeChecked();
  });
});

test.describe('from right to left, on a phone', () => {
  test.use(phone);
  for (const path of pages)
    test(`/xb${path} has no untranslated word and nothing sticks out`, async ({ page }) => {
      await page.goto(`/xb${path === '/' ? '' : path}`);
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
      expect(await untranslated(page)).toEqual([]);
      expect(await tooWide(page)).toBeLessThanOrEqual(0);
    });
});

test('every link in the footer leads somewhere', async ({ page }) => {
  await page.goto('/');
  const links = await page.getByRole('contentinfo').getByRole('link').all();
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) {
    const href = (await link.getAttribute('href')) ?? '';
    const answer = await page.request.get(href);
    expect(answer.status(), href).toBe(200);
  }
});

test('search engines find every product once, in both languages, and no price of a company', async ({ request }) => {
  const sitemap = await (await request.get('/sitemap.xml')).text();
  expect(sitemap).toContain('/products/house-espresso</loc>');
  expect(sitemap).toContain('/de/products/house-espresso</loc>');
  const feed = await (await request.get('/feed.xml')).text();
  expect(feed).toContain('<g:id>ESP-250</g:id>');
  expect(feed).toContain('8.90 EUR');
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toContain('/sitemap.xml');
});
