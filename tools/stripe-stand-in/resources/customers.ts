import type Stripe from 'stripe';
import { invalid } from '../faults.ts';
import { listOf, listShape } from '../lists.ts';
import { mergeMetadata } from '../params.ts';
import { type World, emit, previously, route } from '../world.ts';
import { addressOf, addressShape, findCustomer, makeCustomer } from './customer-record.ts';
import { attachMethod } from './payment-methods.ts';

const customerShape = {
  email: 'text',
  name: 'text',
  phone: 'text',
  description: 'text',
  metadata: 'map',
  address: addressShape,
  shipping: { name: 'text', phone: 'text', address: addressShape },
  invoice_settings: { default_payment_method: 'text' },
  preferred_locales: 'texts',
  tax_exempt: ['none', 'exempt', 'reverse'],
} as const;

type CustomerParams = Parameters<Parameters<typeof route<typeof customerShape>>[3]>[1];

function apply(world: World, customer: Stripe.Customer, params: CustomerParams): Stripe.Customer {
  if (params.email && !params.email.includes('@'))
    throw invalid(`Invalid email address: ${params.email}`, 'email', 'email_invalid');
  const text = (given: string | undefined, before: string | null | undefined) =>
    given === undefined ? (before ?? null) : given || null;
  const method = params.invoice_settings?.default_payment_method;
  if (method) world.store.find('payment_method', method, 'invoice_settings[default_payment_method]');
  return world.store.put('customer', {
    ...customer,
    email: text(params.email, customer.email),
    name: text(params.name, customer.name),
    phone: text(params.phone, customer.phone),
    description: text(params.description, customer.description),
    metadata: mergeMetadata(customer.metadata, params.metadata),
    address: params.address ? addressOf(params.address) : (customer.address ?? null),
    shipping: params.shipping
      ? {
          name: params.shipping.name ?? '',
          phone: params.shipping.phone ?? null,
          address: addressOf(params.shipping.address) ?? undefined,
        }
      : customer.shipping,
    invoice_settings:
      method === undefined
        ? customer.invoice_settings
        : { ...customer.invoice_settings, default_payment_method: method || null },
    preferred_locales: params.preferred_locales ?? customer.preferred_locales ?? [],
    tax_exempt: params.tax_exempt ?? customer.tax_exempt ?? 'none',
  });
}

export const customerRoutes = [
  route('POST', '/v1/customers', { ...customerShape, payment_method: 'text' } as const, (world, params) => {
    const { payment_method, ...rest } = params;
    const customer = apply(world, makeCustomer(world, {}), rest);
    emit(world, 'customer.created', customer);
    if (payment_method) attachMethod(world, payment_method, customer.id);
    return customer;
  }),
  route('GET', '/v1/customers', { ...listShape, email: 'text' } as const, (world, params) =>
    listOf(
      world,
      'customer',
      '/v1/customers',
      params,
      ({ deleted, email }) => !deleted && (params.email === undefined || email === params.email),
    ),
  ),
  route('GET', '/v1/customers/search', { query: 'text', limit: 'integer', page: 'text' } as const, (world, params) => {
    const wanted = /^(email|name|metadata\[['"](\w+)['"]\])\s*:\s*['"](.*)['"]$/.exec(params.query?.trim() ?? '');
    if (!wanted) throw invalid('We only support email, name and metadata equal to one value here.', 'query');
    const [, field, key, value] = wanted;
    const { data } = listOf(world, 'customer', '', { limit: params.limit ?? 10 }, (customer) => {
      if (customer.deleted) return false;
      if (key) return customer.metadata[key] === value;
      return (field === 'email' ? customer.email : customer.name) === value;
    });
    return { object: 'search_result', url: '/v1/customers/search', has_more: false, next_page: null, data };
  }),
  route('GET', '/v1/customers/:id', {}, (world, _params, [id = '']) => {
    const customer = world.store.find('customer', id);
    return customer.deleted ? { id, object: 'customer', deleted: true } : customer;
  }),
  route('POST', '/v1/customers/:id', customerShape, (world, params, [id = '']) => {
    const before = findCustomer(world, id);
    const after = apply(world, before, params);
    emit(world, 'customer.updated', after, previously(before, after));
    return after;
  }),
  route('DELETE', '/v1/customers/:id', {}, (world, _params, [id = '']) => {
    const customer = findCustomer(world, id);
    world.store.put('customer', { ...customer, deleted: true as unknown as void });
    for (const method of world.store.newestFirst('payment_method'))
      if (method.customer === id) world.store.put('payment_method', { ...method, customer: null });
    emit(world, 'customer.deleted', customer);
    return { id, object: 'customer', deleted: true } satisfies Stripe.DeletedCustomer;
  }),
  route(
    'GET',
    '/v1/customers/:id/payment_methods',
    { ...listShape, type: 'text' } as const,
    (world, params, [id = '']) => {
      findCustomer(world, id);
      return listOf(
        world,
        'payment_method',
        `/v1/customers/${id}/payment_methods`,
        params,
        (method) => method.customer === id && (!params.type || method.type === params.type),
      );
    },
  ),
  route('GET', '/v1/customers/:id/payment_methods/:method', {}, (world, _params, [id = '', method = '']) => {
    findCustomer(world, id);
    const found = world.store.find('payment_method', method);
    if (found.customer !== id)
      throw invalid(`No such payment_method: '${method}'`, 'payment_method', 'resource_missing');
    return found;
  }),
];
