import { inaccessible } from '#tests/support/accessibility.ts';
import { expect, phone, test, withoutJavaScript } from '#tests/support/playwright.ts';

test('from the product page to an offer and an order: asked, answered, accepted', async ({ page, browser }) => {
  await page.goto('/dev');
  await page
    .getByRole('button', { name: /^Go in:.*café/i })
    .first()
    .click();
  await page.goto('/products/house-espresso');
  await page.getByRole('radio', { name: '1 kg' }).check({ force: true });
  await expect(page).toHaveURL(/1\+kg/);
  await page.getByLabel('Quantity').fill('24');
  await page.getByRole('button', { name: 'Request a quote' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Request a quote' })).toBeVisible();
  await expect(page.getByLabel('Quantity', { exact: true })).toHaveValue('24');
  await page.getByLabel('You would pay, line 1').fill('many');
  await page.getByLabel('Your reference').fill('Spring menu');
  await page.getByRole('button', { name: 'Request a quote' }).click();
  await expect(page.getByText('Enter an amount such as 24.50.').first()).toBeVisible();
  await expect(page.getByLabel('Your reference')).toHaveValue('Spring menu');
  await page.getByLabel('You would pay, line 1').fill('17,50');
  await page.getByLabel('Attachments').setInputFiles({
    name: 'menu.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Spring menu: cortado, flat white'),
  });
  await page.getByRole('button', { name: 'Request a quote' }).click();
  await expect(page.getByText('Your request is with us.')).toBeVisible();
  const number = await page.getByRole('heading', { level: 1 }).innerText();
  expect(await inaccessible(page)).toEqual([]);

  const desk = await browser.newPage();
  await desk.goto('/dev');
  await desk.getByRole('button', { name: 'Go in: The sales manager' }).click();
  await expect(desk).toHaveURL(/\/sales/);
  await desk.goto('/sales/quotes');
  await desk.getByRole('link', { name: number }).click();
  await expect(desk.getByText('Spring menu')).toBeVisible();
  await expect(desk.getByRole('link', { name: 'menu.txt' })).toBeVisible();
  await desk.getByRole('button', { name: 'Send the offer' }).click();
  await expect(desk.getByText('The offer is on its way.')).toBeVisible();
  await desk.close();

  await page.reload();
  await page.getByRole('button', { name: 'Accept the offer' }).click();
  await expect(page.getByText('You accepted the offer.')).toBeVisible();
});

test.describe('without JavaScript, on a phone', () => {
  test.use({ ...withoutJavaScript, ...phone });

  test('a guest asks for a company, and is told to look at the mail', async ({ page }) => {
    await page.goto('/quotes/request?sku=ESP-1K&quantity=30');
    await page.getByRole('button', { name: 'Request a quote' }).click();
    await expect(page.getByText('Fill this in.').first()).toBeVisible();
    await page.getByLabel('Full name').fill('Nora Field');
    await page.getByLabel('Email').fill('nora@gmail.com');
    await page.getByLabel('Company', { exact: true }).fill('Brightside Hostels');
    await page.getByRole('button', { name: 'Request a quote' }).click();
    await expect(page.getByText('Use an email of your company').first()).toBeVisible();
    await page.getByLabel('Email').fill('nora@brightside.example');
    await page.getByRole('button', { name: 'Request a quote' }).click();
    await expect(page).toHaveURL(/check-your-mail/);
  });
});

test('both sides talk, compare two versions, and a part of the lines is taken', async ({ page, browser }) => {
  await page.goto('/dev');
  await page.getByRole('button', { name: 'Go in: A buyer at a hotel site' }).click();
  await expect(page).not.toHaveURL(/\/dev/);
  await page.goto('/quotes/request?sku=ESP-1K&quantity=12');
  await page.getByLabel('Article number, line 2').fill('ESP-250');
  await page.getByLabel('Quantity, line 2').fill('6');
  await page.getByRole('button', { name: 'Request a quote' }).click();
  await expect(page.getByText('Your request is with us.')).toBeVisible();
  const number = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByLabel('About').selectOption('Line 2: ESP-250');
  await page.getByLabel('Your comment').fill('Before the fair, please');
  await page.getByRole('button', { name: 'Send comment' }).click();
  await expect(page.getByText('Before the fair, please')).toBeVisible();

  const desk = await browser.newPage();
  await desk.goto('/dev');
  await desk.getByRole('button', { name: 'Go in: The sales manager' }).click();
  await expect(desk).toHaveURL(/\/sales/);
  await desk.goto('/sales/quotes');
  await desk.getByRole('link', { name: number }).click();
  await expect(desk.getByRole('listitem').filter({ hasText: 'Before the fair, please' })).toContainText('ESP-250');
  await desk.getByLabel('Note', { exact: true }).fill('They always haggle');
  await desk.getByRole('button', { name: 'Keep the note' }).click();
  await expect(desk.getByText('They always haggle')).toBeVisible();
  await desk.getByLabel('May be accepted line by line').check();
  await desk.getByLabel('Freight').fill('9,90');
  await desk.getByRole('button', { name: 'Send the offer' }).click();
  await expect(desk.getByText('The offer is on its way.')).toBeVisible();
  await desk.getByLabel('Message to the buyer').fill('A week more');
  await desk.getByRole('button', { name: 'Extend' }).click();
  await expect(desk.getByText('The offer stands longer, as a new version.')).toBeVisible();
  await desk.close();

  await page.reload();
  await expect(page.getByText('They always haggle')).toBeHidden();
  await page.getByRole('link', { name: 'Compare versions' }).click();
  await expect(page.getByRole('row', { name: /Message to the buyer \(changed\)/ })).toContainText('A week more');
  await page.getByRole('link', { name: 'Back to the quote' }).click();
  await page.getByRole('checkbox', { name: 'Take ESP-250' }).uncheck();
  await page.getByLabel('Purchase order number').fill(`FAIR-${number}`);
  await page.getByRole('button', { name: 'Accept the offer' }).click();
  await expect(page.getByText('You accepted the offer.')).toBeVisible();
  await page.getByRole('link', { name: 'Open the purchase order' }).click();
  await expect(page.getByText(`FAIR-${number}`).first()).toBeVisible();
  await expect(page.getByText('ESP-1K').first()).toBeVisible();
  await expect(page.getByText('ESP-250')).toHaveCount(0);
});

test('what was typed for a quick order is asked about as a quote, what we do not have in the buyer’s words', async ({
  page,
}) => {
  await page.goto('/dev');
  await page.getByRole('button', { name: 'Go in: A buyer at a hotel site' }).click();
  await expect(page).not.toHaveURL(/\/dev/);
  await page.goto('/quick-order');
  await page.getByLabel('Articles and quantities').fill('ESP-1K 24\nTEAPOT-9 3\nESP-250 6');
  await page.getByRole('button', { name: 'Request a quote' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Request a quote' })).toBeVisible();
  await expect(page.getByLabel('Quantity', { exact: true }).first()).toHaveValue('24');
  await expect(page.getByLabel('Not in the catalog')).toHaveValue('3 × TEAPOT-9');
  await page.getByRole('button', { name: 'Request a quote' }).click();
  await expect(page.getByText('Your request is with us.')).toBeVisible();
  await expect(page.getByText('3 × TEAPOT-9')).toBeVisible();
  await page.getByRole('button', { name: 'Withdraw the request' }).click();
  await expect(page.getByText('Your request is withdrawn.')).toBeVisible();
});
