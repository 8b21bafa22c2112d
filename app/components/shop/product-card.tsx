import { Link } from '@remix-run/react';
import type { ComponentProps } from 'react';
import { Badge } from '../ui/badge';
import { PriceText } from '../ui/price-text';
import { Picture, type PictureData } from './picture';
import { Stars, type Rating } from './stars';

export type ProductCardData = {
  readonly to: string;
  readonly title: string;
  /** What it is in a few words: "Chocolate, hazelnut · dark". */
  readonly note?: string;
  readonly picture: PictureData;
  /** Absent where a price is on request; `askText` says so. */
  readonly price?: ComponentProps<typeof PriceText>;
  readonly askText?: string;
  readonly badge?: string;
  readonly rating?: Rating;
};

/** Picture, name, note, stars and price, each as high as the highest of its row. */
const rows = 'row-span-5 grid grid-rows-subgrid';

/** A product on a shelf. The whole card leads to it; its name is the link. */
export function ProductCard({ product, isFirst = false }: { product: ProductCardData; isFirst?: boolean }) {
  const { to, title, note, picture, price, askText, badge, rating } = product;
  return (
    <article className={`group relative ${rows}`}>
      <div className="mb-2 self-start overflow-hidden rounded bg-sunken">
        <Picture
          picture={picture}
          sizes="(width >= 64rem) 17rem, (width >= 40rem) 30vw, 46vw"
          isFirst={isFirst}
          className="transition-transform duration-200 group-hover:scale-[1.02] motion-reduce:transform-none"
        />
      </div>
      {badge && (
        <span className="absolute start-2 top-2">
          <Badge tone="waiting">{badge}</Badge>
        </span>
      )}
      <h3 className="row-start-2 font-semibold">
        <Link
          to={to}
          prefetch="intent"
          className="text-ink no-underline group-hover:text-accent after:absolute after:inset-0"
        >
          {title}
        </Link>
      </h3>
      {note && <p className="row-start-3 text-sm text-ink-soft">{note}</p>}
      {rating && (
        <div className="row-start-4">
          <Stars rating={rating} />
        </div>
      )}
      <div className="row-start-5">
        {price ? <PriceText {...price} /> : <p className="font-semibold text-company">{askText}</p>}
      </div>
    </article>
  );
}

type GridProps = {
  products: readonly ProductCardData[];
  columns?: 3 | 4;
  /** How many of its pictures are seen before anybody scrolls. */
  seenAtOnce?: number;
};

/** Cards side by side: two on a phone, four on a desk, three beside a column of filters. */
export function ProductGrid({ products, columns = 4, seenAtOnce = 4 }: GridProps) {
  const wide = columns === 4 ? 'lg:grid-cols-4' : 'lg:grid-cols-3';
  return (
    <ul className={`grid grid-cols-2 gap-x-4 gap-y-1 sm:grid-cols-3 lg:gap-x-6 ${wide}`}>
      {products.map((product, index) => (
        <li key={product.to} className={`${rows} not-last:pb-7`}>
          <ProductCard product={product} isFirst={index < seenAtOnce} />
        </li>
      ))}
    </ul>
  );
}
