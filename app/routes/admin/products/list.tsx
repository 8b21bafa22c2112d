import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { SearchBox } from '#app/components/ui/search-box.tsx';
import { productStatuses } from '#app/domain/catalog/states.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { readCursor, writeCursor } from '#app/http/api/cursor.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { searchProducts } from '#db/queries/product-edits.server.ts';

export const handle: RouteHandle = { messages: ['products'] };

const perPage = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireStaff(request, context, 'manage_catalog');
  const { searchParams: search } = new URL(request.url);
  const words = (search.get('q') ?? '').trim().slice(0, 100);
  const status = productStatuses.find((each) => each === search.get('status')) ?? null;
  const cursor = readCursor(search.get('cursor') ?? '', 2);
  const after = cursor && { createdAt: new Date(String(cursor[0])), id: String(cursor[1]) };
  const found = await searchProducts(context.deps.db, { words, status, after, limit: perPage + 1 });
  const rows = found.slice(0, perPage);
  const last = found.length > perPage ? rows.at(-1) : undefined;
  return {
    words,
    status,
    isFirst: after === null,
    next: last ? writeCursor([last.createdAt.toISOString(), last.id]) : null,
    rows: rows.map(({ handle: address, title, status: state, category, variants }) => ({
      address,
      title: wordsIn(title, viewer.locale) || address,
      state,
      category: category ?? '',
      variants,
    })),
  };
}

export default function Products() {
  const t = useMessages('products');
  const to = useLocalePath();
  const { words, status, rows, next, isFirst } = useLoaderData<typeof loader>();
  return (
    <div className="grid gap-6">
      <PageHead
        title={t('title')}
        actions={
          <ButtonLink tone="primary" to={to('/admin/products/new')}>
            {t('new')}
          </ButtonLink>
        }
      />
      <SearchBox defaultValue={words} label={t('search')} placeholder={t('searchHint')} id="search-products" />
      <nav aria-label={t('status')} className="flex flex-wrap gap-2">
        {[null, ...productStatuses].map((each) => (
          <ButtonLink
            key={each ?? 'all'}
            size="small"
            tone={each === status ? 'primary' : 'quiet'}
            aria-current={each === status ? 'true' : undefined}
            to={to(`/admin/products${each ? `?status=${each}` : ''}`)}
          >
            {each ? t(`status_${each}`) : t('all')}
          </ButtonLink>
        ))}
      </nav>
      <DataTable
        caption={t('title')}
        rows={rows}
        rowKey={({ address }) => address}
        empty={<EmptyState title={t('none')} text={t('noneText')} />}
        columns={[
          {
            key: 'product',
            label: t('product'),
            cell: ({ address, title }) => <Link to={to(`/admin/products/${address}`)}>{title}</Link>,
          },
          { key: 'category', label: t('category'), cell: ({ category }) => category },
          { key: 'variants', label: t('variants'), isNumber: true, cell: ({ variants }) => variants },
          { key: 'status', label: t('status'), cell: ({ state }) => t(`status_${state}`) },
        ]}
      />
      <Pagination next={next} isFirst={isFirst} />
    </div>
  );
}
