import type Stripe from 'stripe';
import { noSuch } from '../faults.ts';
import { newId } from '../ids.ts';
import { listOf, listShape } from '../lists.ts';
import { mergeMetadata, required } from '../params.ts';
import { type World, emit, nowSeconds, route } from '../world.ts';

export function makePrice(
  world: World,
  given: { currency: string; unitAmount: number; product: string; kept: boolean },
): Stripe.Price {
  const price = {
    id: newId('price'),
    object: 'price',
    active: given.kept,
    billing_scheme: 'per_unit',
    created: nowSeconds(),
    currency: given.currency.toLowerCase(),
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: given.product || newId('prod', 14),
    recurring: null,
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: given.unitAmount,
    // The wire carries text; the SDK's type is its decimal class.
    unit_amount_decimal: String(given.unitAmount) as unknown as Stripe.Price['unit_amount_decimal'],
  } satisfies Stripe.Price;
  return given.kept ? world.store.put('price', price) : price;
}

export const catalogueRoutes = [
  route('POST', '/v1/products', { name: 'text', description: 'text', metadata: 'map' } as const, (world, params) => {
    const product = {
      id: newId('prod', 14),
      object: 'product',
      active: true,
      created: nowSeconds(),
      default_price: null,
      description: params.description || null,
      images: [],
      livemode: false,
      marketing_features: [],
      metadata: mergeMetadata({}, params.metadata),
      name: required(params, 'name'),
      package_dimensions: null,
      shippable: null,
      tax_code: null,
      tax_details: null,
      type: 'service',
      updated: nowSeconds(),
      url: null,
    } satisfies Stripe.Product;
    world.store.put('product', product);
    emit(world, 'product.created', product);
    return product;
  }),
  route('GET', '/v1/products', listShape, (world, params) => listOf(world, 'product', '/v1/products', params)),
  route('GET', '/v1/products/:id', {}, (world, _params, [id = '']) => world.store.find('product', id)),
  route(
    'POST',
    '/v1/prices',
    { currency: 'text', unit_amount: 'integer', product: 'text' } as const,
    (world, params) => {
      const product = required(params, 'product');
      if (!world.store.get('product', product)) throw noSuch('product', product, 'product');
      return makePrice(world, {
        currency: required(params, 'currency'),
        unitAmount: required(params, 'unit_amount'),
        product,
        kept: true,
      });
    },
  ),
  route('GET', '/v1/prices', { ...listShape, product: 'text' } as const, (world, params) =>
    listOf(world, 'price', '/v1/prices', params, ({ product }) => !params.product || product === params.product),
  ),
  route('GET', '/v1/prices/:id', {}, (world, _params, [id = '']) => world.store.find('price', id)),
  route(
    'GET',
    '/v1/account',
    {},
    () =>
      ({
        id: 'acct_standin00000001',
        object: 'account',
        business_profile: null,
        charges_enabled: true,
        country: 'DE',
        default_currency: 'eur',
        details_submitted: true,
        email: null,
        payouts_enabled: true,
        type: 'standard',
      }) satisfies Partial<Stripe.Account>,
  ),
];
