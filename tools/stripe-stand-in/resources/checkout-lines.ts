import type Stripe from 'stripe';
import { invalid } from '../faults.ts';
import { newId } from '../ids.ts';
import { type Params, required } from '../params.ts';
import type { World } from '../world.ts';
import { makePrice } from './catalogue.ts';

export const lineShape = {
  price: 'text',
  quantity: 'integer',
  price_data: {
    currency: 'text',
    unit_amount: 'integer',
    product: 'text',
    product_data: { name: 'text', description: 'text', images: 'texts', metadata: 'map', tax_code: 'text' },
    tax_behavior: ['exclusive', 'inclusive', 'unspecified'],
  },
  metadata: 'map',
} as const;

export function linesOf(world: World, given: readonly Params<typeof lineShape>[]): Stripe.LineItem[] {
  if (given.length > 100) throw invalid('A Checkout Session can have up to 100 line items.', 'line_items');
  return given.map((line, at) => {
    const path = `line_items[${at}]`;
    const quantity = required(line, 'quantity', `${path}[quantity]`);
    if (quantity < 1) throw invalid('This value must be greater than or equal to 1.', `${path}[quantity]`);
    const data = line.price_data;
    if (!line.price && !data) throw invalid('One of price or price_data is required.', path, 'parameter_missing');
    const price = line.price
      ? world.store.find('price', line.price, `${path}[price]`)
      : makePrice(world, {
          currency: required(data ?? {}, 'currency', `${path}[price_data][currency]`),
          unitAmount: data?.unit_amount ?? -1,
          product: data?.product ?? '',
          kept: false,
        });
    const unit = price.unit_amount ?? 0;
    if (unit < 0) throw invalid('Invalid non-negative integer', `${path}[price_data][unit_amount]`);
    const name = line.price
      ? world.store.get('product', String(price.product))?.name
      : data?.product
        ? world.store.find('product', data.product, `${path}[price_data][product]`).name
        : required(data?.product_data ?? {}, 'name', `${path}[price_data][product_data][name]`);
    const total = unit * quantity;
    return {
      id: newId('li'),
      object: 'item',
      adjustable_quantity: null,
      amount_discount: 0,
      amount_subtotal: total,
      amount_tax: 0,
      amount_total: total,
      currency: price.currency,
      description: name ?? null,
      metadata: {},
      price,
      quantity,
    } satisfies Stripe.LineItem;
  });
}
