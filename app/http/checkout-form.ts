import * as z from 'zod';
import {
  type AddressField,
  type AddressProblem,
  type ShippingAddress,
  addressProblems,
  tidyAddress,
} from '#app/domain/checkout/address-fields.ts';
import type { ParsedForm } from './form';
import type { FormKey } from './form-messages';

const minorField = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(BigInt)
  .optional();

/** What the checkout sends. Which of the address's fields are needed is the country's matter, not the schema's. */
export const checkoutForm = z.object({
  cart: z.uuid(),
  email: z.email().max(254),
  name: z.string().max(200).default(''),
  address: z.string().max(300).default(''),
  city: z.string().max(200).default(''),
  postalCode: z.string().max(20).default(''),
  region: z.string().max(100).optional(),
  country: z.string().max(2).default(''),
  shippingMethod: z.string().max(20).optional(),
  seenTotal: minorField,
  reminders: z.literal('yes').optional(),
});

export type CheckoutForm = z.output<typeof checkoutForm>;

const words: Record<AddressProblem, FormKey> = {
  name_missing: 'required',
  address_missing: 'required',
  city_missing: 'required',
  postal_code_missing: 'required',
  postal_code_unknown: 'postal_code',
  region_missing: 'required',
  country_not_served: 'invalid_choice',
};

/** The address a form gives, or the form with what is wrong under each field: of e-mail and address at once. */
export function withAddress(
  form: ParsedForm<CheckoutForm>,
  market: { countries: readonly string[] },
  locale: 'en' | 'de' | 'xb',
): { ok: true; value: CheckoutForm & { shipTo: ShippingAddress } } | Extract<ParsedForm<CheckoutForm>, { ok: false }> {
  const typed = (name: string): string => {
    const value = form.values[name];
    return (typeof value === 'string' ? value : value?.[0]) ?? '';
  };
  const shipTo = tidyAddress({
    name: typed('name'),
    address: typed('address'),
    city: typed('city'),
    postalCode: typed('postalCode'),
    region: typed('region'),
    country: typed('country'),
  });
  const found: Partial<Record<AddressField, AddressProblem>> = market.countries.includes(shipTo.country)
    ? addressProblems(shipTo)
    : { country: 'country_not_served' };
  const fields = Object.fromEntries(
    Object.entries(found).map(([field, problem]) => [field, { key: words[problem] }] as const),
  );
  if (form.ok && Object.keys(fields).length === 0) return { ok: true, value: { ...form.value, shipTo } };
  return {
    ok: false,
    locale,
    fields: form.ok ? fields : { ...fields, ...form.fields },
    messages: form.ok ? [] : form.messages,
    values: form.values,
  };
}
