import { expect, phone, test, withoutJavaScript } from '#tests/support/playwright.ts';

test('the front page opens with one headline', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
});

test('an address that leads nowhere says so', async ({ page }) => {
  const answer = await page.request.get('/nothing-here');
  expect(answer.status()).toBe(404);
});

test('clicked all the while it wakes up, a page still wakes up', async ({ page }) => {
  await page.addInitScript(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      document.body?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      if (performance.now() < 5_000) port2.postMessage(null);
    };
    port2.postMessage(null);
  });
  await page.goto('/products/house-espresso');
  await page.getByRole('searchbox', { name: 'Search' }).fill('expresso');
  await expect(page.getByRole('list', { name: 'Suggestions' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use(withoutJavaScript);
  test('the front page opens all the same', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use(phone);
  test('nothing sticks out at the side', async ({ page }) => {
    await page.goto('/');
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(tooWide).toBeLessThanOrEqual(0);
  });
});
