import type Stripe from 'stripe';
import { invalid } from '../faults.ts';
import { newId } from '../ids.ts';
import { type World, nowSeconds } from '../world.ts';

export const addressShape = {
  line1: 'text',
  line2: 'text',
  city: 'text',
  state: 'text',
  postal_code: 'text',
  country: 'text',
} as const;

export function addressOf(given: { [name: string]: string | undefined } | undefined): Stripe.Address | null {
  if (!given || Object.keys(given).length === 0) return null;
  const { line1, line2, city, state, postal_code, country } = given;
  return {
    line1: line1 ?? null,
    line2: line2 ?? null,
    city: city ?? null,
    state: state ?? null,
    postal_code: postal_code ?? null,
    country: country ?? null,
  };
}

export function makeCustomer(
  world: World,
  given: { email?: string | null; name?: string | null; metadata?: Record<string, string> },
): Stripe.Customer {
  const customer = {
    id: newId('cus', 14),
    object: 'customer',
    address: null,
    balance: 0,
    created: nowSeconds(),
    currency: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: given.email || null,
    invoice_prefix: newId('x', 8).slice(2).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: given.metadata ?? {},
    name: given.name || null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  } satisfies Stripe.Customer;
  return world.store.put('customer', customer);
}

export function findCustomer(world: World, id: string, param?: string): Stripe.Customer {
  const customer = world.store.find('customer', id, param);
  if (customer.deleted) throw invalid(`No such customer: '${id}'`, param ?? 'id', 'resource_missing');
  return customer;
}
