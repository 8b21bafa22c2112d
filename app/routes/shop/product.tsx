import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useLocalePath } from '#app/components/i18n/words.tsx';
import { BuyBox } from '#app/components/shop/buy-box.tsx';
import type { TaxClass } from '#app/domain/catalog/variant.ts';
import { deliveryPromise } from '#app/domain/checkout/delivery-promise.ts';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { formatNearDay } from '#app/domain/i18n/format-date.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { money } from '#app/domain/money/money.ts';
import { roundToMinorUnits, toDecimalString } from '#app/domain/money/rounding.ts';
import { priceLine } from '#app/domain/pricing/price-document.ts';
import { shownGrossPrice } from '#app/domain/pricing/tax.ts';
import { taxRate } from '#app/domain/pricing/tax-rates.ts';
import { buyingAsValue } from '#app/http/buying-as.server.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { translator } from '#app/messages/translate.server.ts';
import { loadPriceTerms } from '#db/queries/price-terms.server.ts';
import { findProductPage } from '#db/queries/product-page.server.ts';

export const handle: RouteHandle = { messages: ['shop'] };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} · Tradepost` : 'Tradepost' },
];

const wholeDays: readonly [number, number] = [1, 3];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, now } = context.deps;
  const product = await findProductPage(db, { handle: params.handle ?? '' });
  if (!product) throw notFound();
  const viewer = await viewerOf(request, context);
  const { locale, market, currency, buyingAs } = viewer;
  const wanted = new URL(request.url).searchParams.get('variant');
  const variant = product.variants.find(({ sku }) => sku === wanted) ?? product.variants[0];
  if (!variant) throw notFound();
  const terms = await loadPriceTerms(db, {
    buyer: buyingAs.kind === 'consumer' ? null : { companyId: buyingAs.company.id, unitId: buyingAs.unit.id },
    currency,
    at: now(),
    skus: [variant.sku],
  });
  const quantity = toExact(variant.minQuantity);
  const price = priceLine(
    { line: 1, sku: variant.sku, quantity, choice: { plan: null, modules: [] }, term: null },
    terms,
    now(),
  );
  const t = translator(locale, 'shop');
  const { formats } = locales[locale];
  const isInclusive = buyingAs.kind === 'consumer' && market.showsTaxIncluded;
  const rate = taxRate({
    country: market.countries[0],
    postalCode: '',
    taxClass: variant.taxClass as TaxClass,
    on: dayIn(now(), storeTimeZone),
    treatment: 'taxed',
  }).ratePercent;
  const unit = price.ok ? (price.unitPrice ?? price.averagePrice) : null;
  const isBackorder = variant.stockPolicy === 'backorder';
  const isThere = toExact(variant.available).num > 0n;
  const promise = deliveryPromise({
    now: now(),
    timeZone: storeTimeZone,
    leadTimeDays: variant.leadTimeDays,
    workingDays: wholeDays,
  });
  const day = (name: string) => formatNearDay(new Date(`${name}T12:00:00Z`), formats, 'UTC');
  return {
    title: product.title[locale] ?? product.title.en ?? product.handle,
    description: product.description[locale] ?? product.description.en ?? '',
    box: {
      sku: variant.sku,
      price: unit && {
        price: isInclusive ? shownGrossPrice(unit, rate, currency) : money(roundToMinorUnits(unit, currency), currency),
        taxNote: isInclusive ? t('taxNote', { rate: toDecimalString(rate, 2) }) : t('taxNoteWithout'),
      },
      options:
        product.variants.length > 1
          ? [
              {
                name: 'variant',
                label: t('variant'),
                chosen: variant.sku,
                values: product.variants.map(({ sku, options }) => ({
                  value: sku,
                  label: Object.values(options).filter(Boolean).join(', ') || sku,
                  isAvailable: true,
                })),
              },
            ]
          : [],
      least: toDecimalString(toExact(variant.minQuantity), 6),
      step: toDecimalString(toExact(variant.quantityStep), 6),
      stock: isThere
        ? { tone: 'good' as const, text: t('inStock') }
        : isBackorder
          ? { tone: 'warn' as const, text: t('onBackorder') }
          : { tone: 'bad' as const, text: t('soldOut') },
      delivery: t('arrives', { days: `${day(promise.from)} – ${day(promise.until)}` }),
      returns: t('returnDays', { days: market.returnDays }),
      canBuy: unit !== null && (isThere || isBackorder),
      hidden: { buying_as: buyingAsValue(viewer) },
    },
  };
}

export default function Product() {
  const to = useLocalePath();
  const { title, description, box } = useLoaderData<typeof loader>();
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <div className="grid content-start gap-4">
        <h1 className="font-display text-3xl font-medium">{title}</h1>
        <div className="max-w-text text-ink-soft" dangerouslySetInnerHTML={{ __html: description }} />
      </div>
      <BuyBox key={box.sku} box={box} cartAction={to('/cart/lines')} buyAction={to('/buy-now')} />
    </div>
  );
}
