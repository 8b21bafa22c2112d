import type { Payments } from '#app/integrations/stripe/payments.ts';

/** For tests in which nothing is paid: any call to the provider is a mistake. */
export const noPayments: Payments = new Proxy({} as Payments, {
  get(_target, name) {
    throw new Error(`nothing is paid in this test, but ${String(name)} was asked for`);
  },
});
