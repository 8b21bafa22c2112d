import type { LoaderFunctionArgs } from '@remix-run/node';
import { sitemap } from '#app/http/storefront/feeds.server.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import { listCategories } from '#db/queries/categories.server.ts';
import { listPublicAddresses } from '#db/queries/public-catalog.server.ts';

const addressesPerFile = 10_000;
const pages = [
  '/',
  '/categories',
  '/pages/shipping',
  '/pages/returns',
  '/pages/about',
  '/pages/contact',
  '/pages/imprint',
  '/pages/terms',
  '/pages/privacy',
];

/** /sitemap.xml: pages, shelves and the first products; /sitemap.xml?page=2 goes on, as long as there are products. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, settings } = context.deps;
  const page = Number(new URL(request.url).searchParams.get('page') ?? 1);
  if (!Number.isInteger(page) || page < 1 || page > 10_000) throw notFound();
  const products = await listPublicAddresses(db, { limit: addressesPerFile, offset: (page - 1) * addressesPerFile });
  if (page > 1 && products.length === 0) throw notFound();
  const shelves = page === 1 ? await listCategories(db) : [];
  const paths = [
    ...(page === 1 ? pages.map((path) => ({ path, at: null })) : []),
    ...shelves.map(({ path }) => ({ path: `/categories/${path}`, at: null })),
    ...products.map(({ handle, updatedAt }) => ({ path: `/products/${handle}`, at: updatedAt })),
  ];
  return new Response(sitemap(settings.origin, paths), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  });
}
