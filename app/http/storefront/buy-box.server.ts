import { returnPeriodDays } from '#app/domain/orders/returns.ts';
import type { BuyBoxData, OptionChoice } from '#app/components/shop/buy-box.tsx';
import { deliveryPromise } from '#app/domain/checkout/delivery-promise.ts';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { shippingOffers } from '#app/domain/checkout/shipping.ts';
import { formatNearDay } from '#app/domain/i18n/format-date.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { money } from '#app/domain/money/money.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import type { Translate } from '#app/messages/translate.ts';
import type { AttributeRow } from '#db/queries/categories.server.ts';
import type { PageVariant } from '#db/queries/product-page.server.ts';
import { buyingAsValue } from '../buying-as.server';
import { attributeTitle, attributeValue } from './attribute-words';
import { plainDecimal } from './cards';
import { type ReadProduct, isThere } from './read-product.server';

type Words = { attributes: ReadonlyMap<string, AttributeRow>; t: Translate<'product'> };

/** What stands around the price: options, quantity, stock, delivery and returns. */
export function buyBox(read: ReadProduct, isSold: boolean, words: Words): Omit<BuyBoxData, 'price'> {
  const { variant, viewer, asked } = read;
  const { t } = words;
  const days = delivery(read);
  return {
    sku: variant.sku,
    options: optionChoices(read, words),
    least: plainDecimal(variant.min_quantity),
    step: plainDecimal(variant.quantity_step),
    quantity: toDecimalString(asked.quantity, 6),
    stock: stock(read, t),
    promise: isThere(variant)
      ? { delivery: t('delivered', { days }), returns: t('returns', { days: returnPeriodDays(viewer.market) }) }
      : null,
    canBuy: isSold && isThere(variant),
    hidden: { buying_as: buyingAsValue(viewer) },
  };
}

/** One control per option. A value is there when some variant has it; those that do not go with what else is chosen lead
 *  to the nearest one that does. */
function optionChoices({ page, variant, variants, locale }: ReadProduct, { attributes }: Words): OptionChoice[] {
  if (variants.length < 2) return [];
  return page.options.flatMap((name) => {
    const values = [...new Set(variants.flatMap(({ options }) => (options[name] ? [options[name]] : [])))];
    if (values.length === 0) return [];
    return [
      {
        name: `option.${name}`,
        label: attributeTitle(attributes, name, locale),
        chosen: variant.options[name] ?? '',
        values: values.map((value) => ({
          value,
          label: attributeValue(attributes, name, value, locale),
          isAvailable: variants.some(({ options }) => options[name] === value),
        })),
      },
    ];
  });
}

const few = 5n;

function stock({ variant, line }: ReadProduct, t: Translate<'product'>): BuyBoxData['stock'] {
  if (variant.status === 'discontinued') return { tone: 'bad', text: t('notOffered') };
  const available = toExact(variant.available);
  if (available.num <= 0n)
    return variant.stock_policy === 'backorder'
      ? { tone: 'warn', text: t('madeToOrder') }
      : { tone: 'bad', text: t('soldOut') };
  const isFew = variant.stock_policy === 'deny' && available.num <= few * available.den && available.den === 1n;
  return isFew
    ? { tone: 'warn', text: t('fewLeft', { count: formatQuantity(available, line.display.formats) }) }
    : { tone: 'good', text: t('inStock') };
}

/** The days it arrives when ordered now, by the way that is preselected for a parcel of it. */
function delivery({ variant, viewer, line: { at, display } }: ReadProduct): string {
  const [country] = viewer.market.countries;
  const goods = money(0n, viewer.market.currency);
  const offers = shippingOffers(viewer.rules.shipping, {
    country,
    currency: viewer.market.currency,
    weightGrams: variant.weight_grams,
    goods,
  });
  const offer = offers.find(({ method }) => method.code === 'standard') ?? offers[0];
  const isWaitedFor = toExact(variant.available).num <= 0n || variant.lead_time_days > 0;
  const promise = deliveryPromise({
    now: at,
    timeZone: storeTimeZone,
    leadTimeDays: isWaitedFor ? variant.lead_time_days : 0,
    workingDays: offer?.method.workingDays ?? [3, 6],
  });
  const day = (name: string) => formatNearDay(new Date(`${name}T12:00:00Z`), display.formats, 'UTC');
  return promise.from === promise.until ? day(promise.from) : `${day(promise.from)} – ${day(promise.until)}`;
}

/** Facts as the page lists them: the product's own and this variant's. */
export function factsOf({ page, variant, locale, line }: ReadProduct, { attributes, t }: Words) {
  const all = { ...page.attributes, ...variant.attributes };
  const told = Object.entries(all).map(([name, value]) => ({
    label: attributeTitle(attributes, name, locale),
    value: attributeValue(attributes, name, typeof value === 'string' ? value : `${value.value} ${value.unit}`, locale),
  }));
  const weight = formatQuantity({ num: BigInt(variant.weight_grams), den: 1000n }, line.display.formats);
  return [
    ...told,
    ...(variant.weight_grams > 0 ? [{ label: t('weight'), value: `${weight} kg` }] : []),
    { label: t('sku'), value: variant.sku },
  ];
}

/** The variant's own pictures first, then the product's. */
export const picturesOf = ({ page, variant }: ReadProduct) => {
  const rank = ({ variant_id }: { variant_id: string | null }) =>
    variant_id === variant.id ? 0 : variant_id === null ? 1 : 2;
  return [...page.pictures].sort((a, b) => rank(a) - rank(b));
};

export const successorOf = (variant: PageVariant): { handle: string; sku: string } | null =>
  variant.status === 'discontinued' && variant.replaced_by_handle && variant.replaced_by_sku
    ? { handle: variant.replaced_by_handle, sku: variant.replaced_by_sku }
    : null;
