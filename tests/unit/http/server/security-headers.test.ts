import { expect, test } from 'vitest';
import { contentSecurityPolicy, otherHeaders, paymentOrigins } from '#app/http/server/security-headers.ts';

const policy = (p: Partial<Parameters<typeof contentSecurityPolicy>[0]> = {}) =>
  Object.fromEntries(
    contentSecurityPolicy({ nonce: 'n0nce', paymentOrigins: [], isHttps: false, isDev: false, ...p })
      .split('; ')
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
  );

test('a script runs only with the number of its answer, and may bring its own', () => {
  expect(policy()['script-src']).toEqual(["'self'", "'nonce-n0nce'", "'strict-dynamic'"]);
  expect(policy()['object-src']).toEqual(["'none'"]);
});

test('a form leads to the shop, the stand-in by both its names, and Stripe', () => {
  expect(policy({ paymentOrigins: paymentOrigins('http://127.0.0.1:4242') })['form-action']).toEqual([
    "'self'",
    'http://127.0.0.1:4242',
    'http://localhost:4242',
    'https://checkout.stripe.com',
    'https://hooks.stripe.com',
  ]);
});

test('with real Stripe a form never leads to this machine', () => {
  expect(paymentOrigins(null)).toEqual(['https://checkout.stripe.com', 'https://hooks.stripe.com']);
});

test('only a shop on https tells browsers to stay on https', () => {
  expect(policy()).not.toHaveProperty('upgrade-insecure-requests');
  expect(policy({ isHttps: true })).toHaveProperty('upgrade-insecure-requests');
  expect(otherHeaders(false).strictTransportSecurity).toBe(false);
  expect(otherHeaders(true).strictTransportSecurity).toMatchObject({ maxAge: 63_072_000 });
});

test('a plain post names the page it came from', () => {
  expect(otherHeaders(true).referrerPolicy).toEqual({ policy: 'strict-origin-when-cross-origin' });
});
