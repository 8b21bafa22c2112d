import { Secret, TOTP } from 'otpauth';
import type { Page } from '@playwright/test';
import { expect, test, withoutJavaScript } from '#tests/support/playwright.ts';

const password = 'demo-espresso';
const codeOf = (secret: string, step = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) }).generate({
    timestamp: Date.now() + step * 30_000,
  });

async function signIn(page: Page, email: string, secret = password): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test.describe('a wrong password', () => {
  test.use({ expectedNoise: [/status of 401/] });

  test('is refused in words, and the address stays typed', async ({ page }) => {
    await signIn(page, 'jonas@home.example', 'not the password');
    await expect(page.getByRole('alert')).toContainText('do not match');
    await expect(page.getByLabel('Email')).toHaveValue('jonas@home.example');
  });
});

test('an account opens by the link in a mail, and signs in with its password', async ({ page, outbox }) => {
  await page.goto('/register');
  await page.getByLabel('Full name').fill('Rita Sommer');
  await page.getByLabel('Email').fill('rita@home.example');
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail');
  const mail = await outbox.find('rita@home.example', /Confirm your address/);
  await page.goto(/\/register\/[\w-]+/.exec(mail.text)?.[0] ?? '');
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Open my account' }).click();
  await expect(page.getByRole('alert')).toContainText('at least 10');
  await page.getByLabel('New password').fill('three cups a day');
  await page.getByRole('button', { name: 'Open my account' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello, Rita Sommer');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  await signIn(page, 'RITA@home.example', 'three cups a day');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello, Rita Sommer');
});

test('a page that asks for a sign-in comes back after it, and leads nowhere else', async ({ page }) => {
  await page.goto('/account/security');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount%2Fsecurity/);
  await page.getByLabel('Email').fill('jonas@home.example');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/account\/security$/);
  await page.goto('/sign-in?next=//evil.example/');
  await expect(page).toHaveURL(/\/account$/);
});

test('whoever turns on the second factor is asked for a code from then on', async ({ page }) => {
  await signIn(page, 'marta@home.example');
  await expect(page).toHaveURL(/\/account$/);
  await page.goto('/account/second-factor');
  const secret = (await page.locator('code').textContent()) ?? '';
  // The code before the present one counts until the clock turns: begin with some of its half minute left.
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 8_000) await page.waitForTimeout(left + 100);
  await page.getByLabel('Code').fill(codeOf(secret, -1));
  await page.getByRole('button', { name: 'Turn on the second factor' }).click();
  await expect(page.getByRole('status')).toContainText('asks for a code');

  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  await signIn(page, 'marta@home.example');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One more step');
  // half signed in is not signed in
  await page.goto('/account');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One more step');
  await page.getByLabel('Code').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello, Marta Lorenz');

  await page.goto('/account/second-factor');
  await page.getByLabel('Code').fill(codeOf(secret, 1));
  await page.getByRole('button', { name: 'Turn off the second factor' }).click();
  await expect(page.getByRole('status')).toContainText('password alone');
});

test.describe('without JavaScript', () => {
  test.use(withoutJavaScript);

  test('one signs in, keeps an address and signs out', async ({ page }) => {
    await signIn(page, 'jonas@home.example');
    await expect(page).toHaveURL(/\/account$/);
    await page.goto('/account/addresses');
    await page.getByLabel('Address', { exact: true }).fill('Lindenstr. 4');
    await page.getByLabel('Postal code').fill('50674');
    await page.getByLabel('City').fill('Köln');
    await page.getByRole('button', { name: 'Save the address' }).click();
    await expect(page.getByText('50674 Köln')).toBeVisible();
    await page.goto('/account');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.goto('/account');
    await expect(page).toHaveURL(/\/sign-in/);
  });
});
