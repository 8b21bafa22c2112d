import { inaccessible } from '#tests/support/accessibility.ts';
import { expect, test } from '#tests/support/playwright.ts';

test('a guest is asked a week after the parcel, writes without signing in, and is read by the store before anybody else', async ({
  page,
  browser,
  outbox,
  shop,
}) => {
  test.slow();
  await page.goto('/dev');
  await page.getByRole('button', { name: /^Go in: The store/ }).click();
  await expect(page).not.toHaveURL(/\/dev/);

  await page.goto('/admin/orders?show=unshipped');
  const row = page
    .getByRole('row')
    .filter({ hasText: /\.\d+@home\.example/ })
    .first();
  const email = /[\w.]+@home\.example/.exec(await row.innerText())?.[0] ?? '';
  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Ship the selected' }).click();
  await expect(page.getByText(/shipped/i).first()).toBeVisible();
  await shop('clock', 'advance', '169h');
  await shop('jobs', 'run');
  const mail = await outbox.find(email, /How was it\?|Wie war es\?/);
  const link = /http:\/\/[^"\s]+\/reviews\/[\w.-]+/.exec(mail.html)?.[0] ?? '';

  const guest = await browser.newContext();
  const form = await guest.newPage();
  await form.goto(new URL(link).pathname.replace(/^\/de/, ''));
  await expect(form.getByRole('heading', { level: 1, name: 'How was it?' })).toBeVisible();
  expect(await inaccessible(form)).toEqual([]);
  const product = (await form.getByRole('heading', { level: 2, name: /^Your review of/ }).innerText()).replace(
    'Your review of ',
    '',
  );
  await form.getByRole('button', { name: 'Send review' }).click();
  await expect(form.getByRole('alert')).toBeVisible();
  await form.getByRole('radio', { name: '5 stars' }).check();
  await form.getByLabel('What should others know?').fill('Tastes of <b>Sunday</b> mornings');
  await form.getByRole('button', { name: 'Send review' }).click();
  await expect(form.getByText('Thank you. It appears once we have read it.')).toBeVisible();
  await expect(form.getByText('We are reading it').first()).toBeVisible();
  await guest.close();

  await page.goto('/admin');
  await page.getByRole('link', { name: /Reviews to read/ }).click();
  const review = page.getByRole('article').filter({ hasText: 'Tastes of <b>Sunday</b> mornings' });
  await expect(review).toBeVisible();
  expect(await inaccessible(page)).toEqual([]);
  const waiting = await page.getByRole('article').count();
  for (let step = 0; step < waiting; step += 1) await page.keyboard.press('j');
  await expect(review).toBeFocused();
  await page.keyboard.press('d');
  await expect(review.getByLabel('Why, in words for its writer')).toBeFocused();
  await page.keyboard.press('Escape');
  await review.focus();
  await page.keyboard.press('a');
  await expect(page.getByText('Approved. Everybody can read it now.')).toBeVisible();
  await expect(review).toHaveCount(0);

  await page.goto('/admin/reviews?show=published');
  await review.getByRole('link', { name: product }).click();
  await expect(page.getByText('Tastes of <b>Sunday</b> mornings')).toBeVisible();
});
