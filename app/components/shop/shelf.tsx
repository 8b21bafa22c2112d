import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n/words';
import { EmptyState } from '../ui/empty-state';
import { Pagination } from '../ui/pagination';
import { type Facet, FacetPanel, FilterChips } from './facet-panel';
import { type ProductCardData, ProductGrid } from './product-card';

export type ShelfData = {
  readonly products: readonly ProductCardData[];
  readonly facets: readonly Facet[];
  readonly price: { least: string; most: string; currency: string } | null;
  readonly next: string | null;
  readonly isFirst: boolean;
  readonly isNarrowed: boolean;
};

type Props = { shelf: ShelfData; empty: { title: string; text: string; action?: ReactNode } };

/** What narrows the shelf beside what stands on it, and the way on. */
export function Shelf({ shelf, empty }: Props) {
  const { products, facets, price, next, isFirst, isNarrowed } = shelf;
  const t = useMessages('storefront');
  const hasControls = facets.length > 0 || price !== null || isNarrowed;
  return (
    <div className={hasControls ? 'grid gap-8 lg:grid-cols-[15rem_1fr]' : ''}>
      {hasControls && <FacetPanel facets={facets} {...(price && { price })} />}
      <div className="min-w-0">
        <h2 className="sr-only">{t('products')}</h2>
        <FilterChips facets={facets} />
        {products.length > 0 ? (
          <ProductGrid products={products} columns={hasControls ? 3 : 4} />
        ) : (
          <EmptyState {...empty} />
        )}
        <Pagination next={next} isFirst={isFirst} />
      </div>
    </div>
  );
}

/** Narrower shelves as small doors. */
export function ShelfDoors({ label, doors }: { label: string; doors: readonly { to: string; title: string }[] }) {
  if (doors.length === 0) return null;
  return (
    <nav aria-label={label} className="mb-6">
      <ul className="flex flex-wrap gap-2">
        {doors.map(({ to, title }) => (
          <li key={to}>
            <Link
              to={to}
              prefetch="intent"
              className="inline-flex min-h-11 items-center rounded-full border border-control bg-raised px-4 text-ink no-underline hover:border-ink"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
