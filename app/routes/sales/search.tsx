import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { type FoundGroup, SearchResults } from '#app/components/admin/search-results.tsx';
import { localeOf } from '#app/http/locale.server.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { listPortfolio } from '#db/queries/company-portfolio.server.ts';
import { findMembers, findPurchaseOrdersByNumber, findSkus } from '#db/queries/everything.server.ts';
import { findCompanyOrders } from '#db/queries/order-lists.server.ts';

export const handle: RouteHandle = { messages: ['office'] };

const limit = 8;

/** What the words find in this seller's portfolio, a few of each kind; consumers are not part of it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, context, 'see_companies');
  const { db } = context.deps;
  const words = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 100);
  if (words === '') return { words, groups: [] };
  const locale = localeOf(request);
  const [orders, people, companies, skus, purchaseOrders] = await Promise.all([
    findCompanyOrders(db, { scope, words, limit }),
    findMembers(db, { scope, words, limit }),
    listPortfolio(db, { scope, search: words, after: null, limit }),
    findSkus(db, { words, isOnShelfOnly: true, limit }),
    findPurchaseOrdersByNumber(db, { scope, words, limit }),
  ]);
  const groups: FoundGroup[] = [
    {
      kind: 'orders',
      found: orders.map(({ number, company }) => ({ to: `/orders/${number}`, title: number, about: company })),
    },
    {
      kind: 'purchaseOrders',
      found: purchaseOrders.map(({ id, number, company }) => ({
        to: `/sales/purchase-orders/${id}`,
        title: number,
        about: company,
      })),
    },
    {
      kind: 'companies',
      found: companies.map(({ slug, name }) => ({ to: `/sales/companies/${slug}`, title: name, about: slug })),
    },
    {
      kind: 'people',
      found: people.map(({ name, email, company, slug }) => ({
        to: `/sales/companies/${slug}`,
        title: name || email,
        about: company,
      })),
    },
    {
      kind: 'skus',
      found: skus.map(({ sku, handle: address, title }) => ({
        to: `/products/${address}`,
        title: sku,
        about: title[locale] ?? title.en ?? address,
      })),
    },
  ];
  return { words, groups: groups.filter(({ found }) => found.length > 0) };
}

export default function SalesSearchResults() {
  return <SearchResults {...useLoaderData<typeof loader>()} />;
}
