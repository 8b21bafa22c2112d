import { expect, test } from '#tests/support/playwright.ts';

/** Made anew by `npx playwright test the-readme --update-snapshots` when the front page has changed. */
test("the README's picture is how the shop looks", async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto('/');
  await page.evaluate(() => document.fonts.ready);
  await expect(page).toHaveScreenshot('front-page.png', { maxDiffPixelRatio: 0.1 });
});
