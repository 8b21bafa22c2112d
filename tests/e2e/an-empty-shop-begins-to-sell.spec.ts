import { expect, test } from '#tests/support/playwright.ts';
import { type RunningShop, removeData, shopCommand, startShop } from '#tests/support/running-shop.ts';

let shop: RunningShop;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  shop = await startShop({ SEED: 'none', LOG_LEVEL: 'warn' });
});
test.afterAll(async () => {
  await shop.stop();
  removeData(shop.dataDir);
});

const password = 'a quiet cup of coffee';

test('from nothing to the first parcel, by the pages of the back office alone', async ({ page, browser }) => {
  test.setTimeout(150_000);
  page.setDefaultTimeout(10_000);
  const open = (path: string) => page.goto(shop.origin + path);

  await test.step('whoever runs the machine makes the first admin', async () => {
    const owner = ['--email', 'owner@new-shop.example', '--name', 'Olga', '--staff', 'admin', '--password', password];
    await shopCommand(shop.dataDir, 'user', 'create', ...owner);
  });

  await test.step('before there is anything, the front page says so', async () => {
    await open('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  await test.step('the owner signs in', async () => {
    await open('/sign-in');
    await page.getByLabel('Email').fill('owner@new-shop.example');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('banner').getByRole('link', { name: 'Account' })).toBeVisible();
    await open('/admin');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  await test.step('a category', async () => {
    await open('/admin/categories');
    await page.getByLabel('Name (English)').fill('Teas');
    await page.getByLabel('Part of the address').fill('teas');
    await page.getByRole('button', { name: 'Make the category' }).click();
    await expect(page.getByText('The category is there.')).toBeVisible();
  });

  await test.step('what the parcel costs', async () => {
    await open('/admin/settings/shipping/germany/standard');
    await page
      .getByLabel(/Price in EUR/)
      .first()
      .fill('3.90');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('status').first()).toBeVisible();
  });

  await test.step('who stands behind the shop', async () => {
    await open('/admin/settings/texts/pages/imprint');
    await page.getByLabel('imprint_title').first().fill('Who we are');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await expect(page.getByText('Saved. It counts from now on.')).toBeVisible();
    await open('/pages/imprint');
    await expect(page.getByRole('heading', { level: 1, name: 'Who we are' })).toBeVisible();
  });

  await test.step('somebody to help', async () => {
    await open('/admin/staff');
    await page.getByLabel('Email').fill('mo@new-shop.example');
    await page.getByLabel('Name').fill('Mo');
    await page.getByLabel('Role', { exact: true }).selectOption('Sales manager');
    await page.getByRole('button', { name: 'Let them work here' }).click();
    await expect(page.getByText('mo@new-shop.example').first()).toBeVisible();
    await page.getByRole('combobox', { name: 'Role of Mo' }).selectOption('Sales rep');
    await page.getByRole('button', { name: 'Save the role of Mo' }).click();
    await expect(page.getByRole('combobox', { name: 'Role of Mo' })).toHaveValue('rep');
    await page.getByRole('button', { name: 'Switch off Mo' }).click();
    await expect(page.getByRole('combobox', { name: 'Role of Mo' })).toHaveCount(0);
  });

  await test.step('a product, first as a draft', async () => {
    await open('/admin/products');
    await page.getByRole('link', { name: 'New product' }).first().click();
    await page.getByLabel('Title (English)').first().fill('Mint Tea');
    await page.getByLabel('Address', { exact: true }).fill('mint-tea');
    await page.getByLabel('Category').fill('teas');
    await page.getByLabel('SKU, variant 1', { exact: true }).fill('MINT-100');
    await page.getByLabel('Price EUR, with tax, variant 1').fill('6.50');
    await page.getByLabel('On the shelf, variant 1').fill('5');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved. It counts from now on.')).toBeVisible();
    await page.getByRole('link', { name: 'Pictures' }).click();
    await page.getByLabel('Files').setInputFiles('docs/front-page.png');
    await page.getByLabel('In words (English)').fill('A tin of mint tea');
    await page.getByRole('button', { name: 'Save pictures' }).click();
    await expect(page.getByText('The pictures are saved.')).toBeVisible();
  });

  await test.step('looked at as a visitor will see it, then put on the shelf', async () => {
    await open('/admin/products/mint-tea/preview');
    await expect(page.getByRole('heading', { level: 1, name: 'Mint Tea' })).toBeVisible();
    await expect(page.getByText('€6.50').first()).toBeVisible();
    expect((await page.request.get(`${shop.origin}/products/mint-tea`)).status()).toBe(404);
    await page.getByRole('link', { name: 'Back to the form' }).click();
    await page.getByLabel('State').selectOption('On the shelf');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved. It counts from now on.')).toBeVisible();
  });

  let number = '';
  await test.step('a guest finds it and buys it', async () => {
    const guest = await browser.newPage();
    await guest.goto(`${shop.origin}/categories/teas`);
    await guest.getByRole('link', { name: 'Mint Tea' }).first().click();
    await guest.getByRole('button', { name: 'Buy now' }).click();
    await guest.getByLabel('Email').fill('gus@home.example');
    await guest.getByLabel('Full name').fill('Gus Guest');
    await guest.getByLabel('Address', { exact: true }).fill('Hauptstr. 1');
    await guest.getByLabel('Postal code').fill('10117');
    await guest.getByLabel('City').fill('Berlin');
    await expect(guest.getByText('€4.64').first()).toBeVisible();
    await guest.getByRole('button', { name: 'Continue to payment' }).click();
    await guest.getByLabel('Card number').fill('4242424242424242');
    await guest.getByLabel('Expiry').fill('12 / 40');
    await guest.getByLabel('CVC').fill('123');
    await guest.getByRole('button', { name: /^Pay/ }).click();
    const heading = guest.getByRole('heading', { level: 1, name: /Order [A-Z0-9]{4}-[A-Z0-9]{5}/ });
    await expect(heading).toBeVisible();
    number = /[A-Z0-9]{4}-[A-Z0-9]{5}/.exec((await heading.textContent()) ?? '')?.[0] ?? '';
    await guest.close();
  });

  await test.step('its parcel leaves', async () => {
    await open('/admin');
    await expect(page.getByText('Orders to ship').first()).toBeVisible();
    await open('/admin/orders?show=unshipped');
    await page.getByRole('checkbox', { name: new RegExp(number) }).check();
    await page.getByRole('button', { name: 'Ship the selected' }).click();
    await expect(page.getByText('One parcel is recorded and its buyer told.')).toBeVisible();
    await open(`/admin/orders/${number}`);
    await expect(page.getByText('Shipped').first()).toBeVisible();
  });
});
