import type { ProductCardData } from '#app/components/shop/product-card.tsx';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { type Locale, localePath } from '#app/domain/i18n/locales.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import type { Translate } from '#app/messages/translate.ts';
import type { AttributeRow } from '#db/queries/categories.server.ts';
import type { ShelfRow } from '#db/queries/shelf.server.ts';
import { attributeValue } from './attribute-words';
import type { ShowPicture } from './pictures.server';
import { type PriceDisplay, priceText, shownBase } from './shown-prices.server';

export type CardWords = {
  locale: Locale;
  display: PriceDisplay;
  attributes: ReadonlyMap<string, AttributeRow>;
  t: Translate<'storefront'>;
  show: ShowPicture;
};

/** What says most about a thing in two words. */
const telling = ['taste', 'roast', 'origin', 'material', 'volume', 'burrs', 'pressure'];

export function productCard(row: ShelfRow, { locale, display, attributes, t, show }: CardWords): ProductCardData {
  const title = wordsIn(row.title, locale);
  const note = noteOf(row.facets, attributes, locale);
  return {
    to: localePath(`/products/${row.handle}`, locale),
    title,
    ...(note && { note }),
    picture: show(row.picture, title),
    ...(row.least === null || row.taxClass === null
      ? { askText: t('onRequest') }
      : { price: priceOf(row, row.least, row.taxClass, display, t) }),
    ...(row.stars !== null && { rating: ratingOf(row.stars, row.reviews, display.formats) }),
  };
}

function priceOf(row: ShelfRow, least: string, taxClass: string, display: PriceDisplay, t: Translate<'storefront'>) {
  const unitPrice = toExact(least);
  const base = shownBase(display, unitPrice, taxClass, row.content);
  return {
    price: priceText(display, unitPrice, taxClass),
    isFrom: row.most !== row.least,
    ...(base && { base: { price: formatMoney(base.price, display.formats), unit: t(`base_${base.unit}`) } }),
  };
}

/** Tenths of a star as the language writes them: 46 -> 4.6. */
export const ratingOf = (tenths: number, count: number, formats: string) => ({
  tenths: Number(tenths),
  text: new Intl.NumberFormat(formats, { minimumFractionDigits: 1 }).format(Number(tenths) / 10),
  count: Number(count),
});

function noteOf(facets: readonly string[], attributes: ReadonlyMap<string, AttributeRow>, locale: Locale): string {
  const told = telling.flatMap((name) => {
    const values = facets.filter((facet) => facet.startsWith(`${name}=`)).map((facet) => facet.slice(name.length + 1));
    const [value] = values;
    return value !== undefined && values.length === 1 ? [attributeValue(attributes, name, value, locale)] : [];
  });
  return told.slice(0, 2).join('\u00a0· ');
}

/** A stored decimal without needless zeros, as a number field wants it. */
export const plainDecimal = (stored: string): string => toDecimalString(toExact(stored), 6);
