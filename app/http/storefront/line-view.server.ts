import type { LineView, PartView } from '#app/components/shop/line-view.ts';
import { type Choice, plainChoice } from '#app/domain/catalog/choice-problems.ts';
import { nearestChoice } from '#app/domain/catalog/nearest-choice.ts';
import type { ConfigurableProduct } from '#app/domain/catalog/product.ts';
import { type TermMonths, isTermMonths } from '#app/domain/catalog/variant.ts';
import { quantityFrom } from '#app/domain/catalog/order-quantity.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { type Exact, compare, divide, multiply, one, parseExact, subtract, zero } from '#app/domain/money/exact.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { currencyDecimals } from '#app/domain/money/currencies.ts';
import { amountString, money } from '#app/domain/money/money.ts';
import { roundToMinorUnits, toDecimalString } from '#app/domain/money/rounding.ts';
import { priceLine } from '#app/domain/pricing/price-document.ts';
import type { LinePrice, PricedLine, PricedPart } from '#app/domain/pricing/price-terms.ts';
import { grossFactor } from '#app/domain/pricing/tax.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { Translate } from '#app/messages/translate.ts';
import type { PageVariant } from '#db/queries/product-page.server.ts';
import { type LineContext, shownUnit } from './line-context.server';
import { lineProblems } from './line-problems';
import { reasonTexts } from './reason-texts';
import { type PriceDisplay, shownBase, shownPrice } from './shown-prices.server';

/** What a buyer set on a product page. */
export type LineAsked = { quantity: Exact; choice: Choice; term: number | null };

/** Reads quantity, plan, modules and term as the page's form sends them. What is not understood is as if not said; the
 *  quantity is then the smallest that may be ordered. */
export function lineAsked(search: URLSearchParams, rule: { minimumQuantity: Exact; quantityStep: Exact }): LineAsked {
  const quantity = parseExact(search.get('quantity') ?? '');
  const months = Number(search.get('term'));
  return {
    quantity: quantity && quantity.num > 0n ? quantity : quantityFrom(rule, rule.minimumQuantity),
    choice: {
      plan: search.get('plan') || null,
      modules: [...new Set(search.getAll('modules'))].filter(Boolean).map((code) => {
        const own = parseExact(search.get(`module_quantity.${code}`) ?? '');
        return { code, quantity: own && own.num > 0n ? own : null };
      }),
    },
    term: isTermMonths(months as TermMonths) ? months : null,
  };
}

/** What one line of this product costs the buyer, and everything that is said about it. */
export function lineView(context: LineContext, asked: LineAsked): LineView {
  const t = translator(context.locale, 'product');
  const { terms, at, variant } = context;
  const line = { line: 1, sku: variant.sku, quantity: asked.quantity, choice: asked.choice, term: asked.term };
  const price = priceLine(line, terms, at);
  const unitOnly = price.ok
    ? price
    : priceLine({ ...line, quantity: least(context), choice: plainChoice, term: null }, terms, at);
  // No price is no fault where a seller makes one.
  const isAskedFor = variant.asks_for_quote && isNotSold(price);
  return {
    price: unitOnly.ok ? unitPrice(unitOnly, context, t) : null,
    totals: price.ok ? totals(price, context, t) : [],
    saving: price.ok ? saving(price, context, t) : null,
    ladder: price.ok ? ladder(price, context) : [],
    ladderHint: price.ok ? hint(price, context, t) : null,
    bands: price.ok ? bands(price, context, t) : [],
    ...(isAskedFor ? { problems: [], nearest: null } : lineProblems(price, context, t)),
    why: isAskedFor ? [] : reasonTexts(price, context, t),
    isSold: !isNotSold(price),
    offer: unitOnly.ok ? offerOf(unitOnly, context) : null,
  };
}

const least = ({ terms, variant }: LineContext): Exact => {
  const rule = terms.variants.get(variant.sku);
  return rule ? quantityFrom(rule, rule.minimumQuantity) : one;
};

const isNotSold = (price: LinePrice): boolean =>
  !price.ok && (price.problem.code === 'not_sold' || price.problem.code === 'unknown_sku');

function unitPrice(price: PricedLine, { display, variant }: LineContext, t: Translate<'product'>): LineView['price'] {
  const net = price.unitPrice ?? price.averagePrice;
  if (!net) return null;
  const base = shownBase(display, net, variant.tax_class, variant.content);
  const rate = display.rates.get(variant.tax_class) ?? zero;
  return {
    price: shownUnit(display, variant, net),
    ...(base && { base: { price: formatMoney(base.price, display.formats), unit: t(`base_${base.unit}`) } }),
    taxNote: display.isInclusive ? t('taxIncluded', { rate: formatQuantity(rate, display.formats) }) : t('taxExcluded'),
  };
}

function offerOf(price: PricedLine, { display, variant }: LineContext): LineView['offer'] {
  const net = price.unitPrice ?? price.averagePrice;
  if (!net) return null;
  const shown = shownPrice(display, net, variant.tax_class);
  const { currency } = display;
  const decimals = currencyDecimals[currency];
  return { currency, price: 'minor' in shown ? amountString(shown) : toDecimalString(shown.unitPrice, 6, decimals) };
}

/** An amount before tax as the buyer sees it, rounded once. */
export const shownAmount = (display: PriceDisplay, variant: PageVariant, amount: Exact): string => {
  const factor = display.isInclusive ? grossFactor(display.rates.get(variant.tax_class) ?? zero) : one;
  const { currency, formats } = display;
  return formatMoney(money(roundToMinorUnits(multiply(amount, factor), currency), currency), formats);
};

/** What is paid once and what each month; with a term also what that comes to. Nothing for a single plain piece, whose
 *  price already says it. */
function totals(price: PricedLine, context: LineContext, t: Translate<'product'>): LineView['totals'] {
  const { display, variant } = context;
  const sum = (billed: 'once' | 'monthly') =>
    price.parts.filter((part) => part.billed === billed).reduce((total, { amount }) => plus(total, amount), zero);
  const monthly = sum('monthly');
  const isPlain = price.parts.length === 1 && compare(price.quantity, one) === 0 && monthly.num === 0n;
  if (isPlain) return [];
  const say = (amount: Exact) => shownAmount(display, variant, amount);
  if (monthly.num === 0n) return [{ label: t('together'), amount: say(price.amount) }];
  const off = price.term?.percentOff ?? zero;
  const afterTerm = multiply(monthly, divide(subtract(hundred, off), hundred));
  return [
    { label: t('once'), amount: say(sum('once')) },
    { label: t('monthly'), amount: say(afterTerm) },
    ...(price.term ? [{ label: t('overTerm', { months: price.term.months }), amount: say(price.amount) }] : []),
  ];
}

const hundred: Exact = { num: 100n, den: 1n };
const plus = (a: Exact, b: Exact): Exact => subtract(a, multiply(b, { num: -1n, den: 1n }));

function saving(price: PricedLine, { display, variant }: LineContext, t: Translate<'product'>): string | null {
  const own = price.unitPrice ?? price.averagePrice;
  const everybody = price.publicUnitPrice;
  if (!own || !everybody || !display.buyer || compare(own, everybody) >= 0) return null;
  const percent = multiply(divide(subtract(everybody, own), everybody), hundred);
  return t('saving', {
    price: shownUnit(display, variant, everybody),
    percent: formatQuantity(rounded(percent), display.formats),
  });
}

const rounded = (value: Exact): Exact => parseExact(toDecimalString(value, 0)) ?? zero;

function ladder(price: PricedLine, { display, variant }: LineContext): LineView['ladder'] {
  if (price.ladder.length < 2) return [];
  const dearest = price.ladder.reduce((most, { unitPrice }) => (compare(unitPrice, most) > 0 ? unitPrice : most), zero);
  const reached = price.ladder.filter(({ minQuantity }) => compare(minQuantity, price.quantity) <= 0).length - 1;
  return price.ladder.map(({ minQuantity, unitPrice }, index) => ({
    from: formatQuantity(minQuantity, display.formats),
    unitPrice: shownUnit(display, variant, unitPrice),
    width: dearest.num === 0n ? 0 : Number(toDecimalString(multiply(divide(unitPrice, dearest), hundred), 0)),
    isCurrent: index === reached,
  }));
}

function hint(
  { hint: { payLess, lowerUnitPrice } }: PricedLine,
  context: LineContext,
  t: Translate<'product'>,
): string | null {
  const { display, variant } = context;
  const more = (quantity: Exact) => formatQuantity(quantity, display.formats);
  if (payLess) return t('morePayLess', { more: more(payLess.more) });
  if (lowerUnitPrice)
    return t('moreEachLess', {
      more: more(lowerUnitPrice.more),
      price: shownUnit(display, variant, lowerUnitPrice.unitPrice),
    });
  return null;
}

/** Graduated prices: how many are paid at which price. */
function bands(price: PricedLine, { display, variant }: LineContext, t: Translate<'product'>): string[] {
  const each = (price.bands ?? []).map((band) =>
    t('band', {
      quantity: formatQuantity(band.quantity, display.formats),
      price: shownUnit(display, variant, band.unitPrice),
    }),
  );
  return each.length > 0 && price.averagePrice
    ? [...each, t('average', { price: shownUnit(display, variant, price.averagePrice) })]
    : [];
}

/** What each plan and module adds, in words: priced in the nearest choice that may have it. */
export function partViews(context: LineContext, product: ConfigurableProduct, asked: LineAsked): Map<string, PartView> {
  const t = translator(context.locale, 'product');
  const chosen = product.plans.find(({ code }) => code === asked.choice.plan);
  const views = new Map<string, PartView>();
  const priced = (code: string, choice: Choice): PricedPart | undefined => {
    const line = {
      line: 1,
      sku: context.variant.sku,
      quantity: least(context),
      term: null,
      choice: nearestChoice(product, choice),
    };
    const price = priceLine(line, context.terms, context.at);
    return price.ok ? price.parts.find((part) => part.kind !== 'variant' && part.code === code) : undefined;
  };
  for (const { code } of product.plans)
    views.set(code, {
      detail: partText(priced(code, { plan: code, modules: [] }), null, context, t),
      isIncluded: false,
    });
  for (const module of product.modules) {
    const isIncluded = chosen?.includes.includes(module.code) ?? false;
    const part = priced(module.code, { plan: null, modules: [{ code: module.code, quantity: null }] });
    const percent = module.pricing.kind === 'percent' ? module.pricing.percent : null;
    views.set(module.code, {
      detail: isIncluded ? t('included') : partText(part, percent, context, t, module.pricing.kind === 'flat'),
      isIncluded,
    });
  }
  return views;
}

function partText(
  part: PricedPart | undefined,
  percent: Exact | null,
  { display, variant }: LineContext,
  t: Translate<'product'>,
  isFlat = false,
): string {
  if (!part) return '';
  if (percent) return t('addsPercent', { percent: formatQuantity(percent, display.formats) });
  if (part.isIncluded || !part.unitPrice) return '';
  const price = shownUnit(display, variant, part.unitPrice);
  if (part.billed === 'monthly') return t(isFlat ? 'addsMonthlyFlat' : 'addsMonthly', { price });
  return t(isFlat ? 'addsFlat' : 'addsOnce', { price });
}
