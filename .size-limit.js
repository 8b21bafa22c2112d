import { readFileSync, readdirSync } from 'node:fs';

const client = 'build/client';
const assets = readdirSync(`${client}/assets`);
const named = assets.find((name) => /^manifest-.*\.js$/.test(name));
const manifest = JSON.parse(
  readFileSync(`${client}/assets/${named}`, 'utf8')
    .replace(/^window\.__remixManifest=/, '')
    .replace(/;\s*$/, ''),
);

const carrier = assets
  .filter((name) => name.endsWith('.js'))
  .find((name) => /ZodError|\$ZodType/.test(readFileSync(`${client}/assets/${name}`, 'utf8')));
if (carrier) throw new Error(`Schemas stay on the server, but ${carrier} carries zod to the browser`);

/** All the scripts a browser loads to show one route: the entry's, the root's, its layouts' and its own. */
function scripts(routeId) {
  const files = new Set([manifest.entry.module, ...manifest.entry.imports]);
  for (let route = manifest.routes[routeId]; route; route = manifest.routes[route.parentId])
    for (const file of [route.module, ...(route.imports ?? [])]) files.add(file);
  return [...files].map((file) => client + file);
}

const pages = {
  home: 'routes/shop/home',
  category: 'routes/shop/category',
  product: 'routes/shop/product',
  cart: 'routes/cart/cart',
  checkout: 'routes/checkout/checkout',
  order: 'routes/orders/order',
};

const all = (pattern) => assets.filter((name) => pattern.test(name)).map((name) => `${client}/assets/${name}`);

/** The budget of a product page is 110 KB of JavaScript as sent; no page of the storefront gets more. */
export default [
  { name: 'styles of every page', path: all(/\.css$/), limit: '24 kB', gzip: true },
  { name: 'entry and root', path: all(/^(entry\.client|root)-.*\.js$/), limit: '12 kB', gzip: true },
  { name: 'scripts of all pages together', path: all(/\.js$/), limit: '450 kB', gzip: true },
  ...Object.entries(pages).map(([name, routeId]) => {
    if (!manifest.routes[routeId]) throw new Error(`There is no page ${routeId}`);
    return { name: `${name} page`, path: scripts(routeId), limit: '110 kB', gzip: true };
  }),
];
