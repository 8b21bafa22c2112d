import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { type Found, type FoundGroup, type FoundKind, SearchResults } from '#app/components/admin/search-results.tsx';
import { staffMay } from '#app/domain/access/permissions.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { listPortfolio } from '#db/queries/company-portfolio.server.ts';
import { findPeople, findPurchaseOrdersByNumber, findSkus } from '#db/queries/everything.server.ts';
import { searchOrders } from '#db/queries/order-lists.server.ts';

export const handle: RouteHandle = { messages: ['office'] };

const limit = 8;

/** What the words find, a few of each kind and only of what this person may open. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, scope } = await requireStaff(request, context, 'manage_orders');
  const { db } = context.deps;
  const words = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 100);
  const groups: FoundGroup[] = [];
  if (words === '') return { words, groups };
  const seesCatalog = staffMay(actor.staff, 'manage_catalog');
  const locale = localeOf(request);
  const [orders, people, companies, skus, purchaseOrders] = await Promise.all([
    searchOrders(db, { words, after: null, limit }),
    findPeople(db, { words, limit }),
    listPortfolio(db, { scope, search: words, after: null, limit }),
    seesCatalog ? findSkus(db, { words, limit }) : [],
    findPurchaseOrdersByNumber(db, { scope, words, limit }),
  ]);
  const add = (kind: FoundKind, found: Found[]) => found.length > 0 && groups.push({ kind, found });
  add(
    'orders',
    orders.map(({ number, name, email }) => ({ to: `/admin/orders/${number}`, title: number, about: name || email })),
  );
  add(
    'purchaseOrders',
    purchaseOrders.map(({ id, number, company }) => ({
      to: `/sales/purchase-orders/${id}`,
      title: number,
      about: company,
    })),
  );
  add(
    'companies',
    companies.map(({ slug, name }) => ({ to: `/sales/companies/${slug}`, title: name, about: slug })),
  );
  add(
    'people',
    people.map(({ name, email }) => ({
      to: `/admin/orders?${new URLSearchParams({ q: email }).toString()}`,
      title: name || email,
      about: email,
    })),
  );
  add(
    'skus',
    skus.map(({ sku, handle: address, title }) => ({
      to: `/admin/products/${address}`,
      title: sku,
      about: title[locale] ?? title.en ?? address,
    })),
  );
  return { words, groups };
}

export default function OfficeSearchResults() {
  return <SearchResults {...useLoaderData<typeof loader>()} />;
}
