import { expect, test } from 'vitest';
import { loggablePath } from '#app/http/server/loggable-path.ts';

test.each([
  ['a page', '/products/house-espresso-from-the-old-town', '/products/house-espresso-from-the-old-town'],
  ['a query may hold a search or a token', '/sign-in?token=abc&email=a@b.example', '/sign-in'],
  ['a link that opens a door', '/orders/status/9f8b1c2d3e4f5a6b7c8d9e0f', '/orders/status/:token'],
  [
    'an order’s number of its own',
    '/orders/0192f0c1-7a3b-7c4d-8e5f-0123456789ab',
    '/orders/0192f0c1-7a3b-7c4d-8e5f-0123456789ab',
  ],
  ['an address of a person', '/admin/people/ana@harbour.example', '/admin/people/:email'],
  ['an escaped address of a person', '/admin/people/ana%40harbour.example', '/admin/people/:email'],
  ['a link without a single digit', '/reset/abcdefghijKLMNOPqrstuvwx', '/reset/:token'],
  ['a hashed file', '/assets/entry.client-B1aC2d3E4f5G6h7.js', '/assets/entry.client-B1aC2d3E4f5G6h7.js'],
])('%s: %s is kept as %s', (_case, url, expected) => expect(loggablePath(url)).toBe(expected));
