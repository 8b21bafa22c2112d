import type { AppLoadContext } from '@remix-run/node';
import type { LineView } from '#app/components/shop/line-view.ts';
import type { PictureData } from '#app/components/shop/picture.tsx';
import type { ReviewsData } from '#app/components/shop/reviews.tsx';
import { localePath } from '#app/domain/i18n/locales.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { type ReadProduct, isThere } from './read-product.server';
import { type Seo, breadcrumbData } from './seo.server';

type Shown = {
  title: string;
  trail: readonly { to: string; label: string }[];
  pictures: readonly PictureData[];
  reviews: ReviewsData;
  line: LineView;
};

/** What search engines are told of a product. A company's price never is: while buying as one no offer is named. */
export function productSeo({ deps }: AppLoadContext, read: ReadProduct, shown: Shown): Seo {
  const { origin } = deps.settings;
  const { page, locale, variant, viewer } = read;
  const path = `/products/${page.handle}`;
  const description = wordsIn(page.seoDescription, locale) || plainText(wordsIn(page.description, locale));
  const [picture] = shown.pictures;
  const { rating } = shown.reviews;
  const price = viewer.buyingAs.kind === 'consumer' ? shown.line.offer : null;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: shown.title,
    description,
    sku: variant.sku,
    ...(variant.barcode && { gtin: variant.barcode }),
    ...(page.vendor && { brand: { '@type': 'Brand', name: page.vendor } }),
    image: shown.pictures.map(({ src }) => origin + src),
    ...(rating && {
      aggregateRating: {
        '@type': 'AggregateRating',
        ratingValue: (rating.tenths / 10).toFixed(1),
        reviewCount: rating.count,
      },
    }),
    ...(price && {
      offers: {
        '@type': 'Offer',
        url: origin + localePath(path, locale),
        priceCurrency: price.currency,
        price: price.price,
        availability: `https://schema.org/${isThere(variant) ? 'InStock' : 'OutOfStock'}`,
      },
    }),
  };
  return {
    origin,
    locale,
    path,
    title: wordsIn(page.seoTitle, locale) || shown.title,
    description,
    kind: 'product',
    ...(picture && { picture: picture.src.replace('w=640', 'w=1200') }),
    data: [data, breadcrumbData(origin, [...shown.trail, { to: localePath(path, locale), label: shown.title }])],
  };
}

const longest = 160;
const plainText = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, longest);
