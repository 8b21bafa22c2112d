import { type Exact, ceiling, exact, multiply } from '../money/exact';
import { type Money, money } from '../money/money';
import type { ShippingMethod } from './shipping-methods';

export type Parcel = {
  readonly country: string;
  readonly currency: Money['currency'];
  /** All lines together, in grams, rounded up. */
  readonly weightGrams: number;
  /** The goods as this buyer sees them added up: with tax where the market shows it, after promotions. */
  readonly goods: Money;
};

export type ShippingOffer = {
  readonly method: ShippingMethod;
  /** Before tax, in major units, not rounded: tax and rounding treat it like a line of quantity 1. */
  readonly netPrice: Exact;
  readonly isFree: boolean;
  /** How much more makes it free; null when nothing does or it is. */
  readonly missingForFree: Money | null;
};

/** What ways there are for this parcel and what each costs, the cheapest first. Empty when it cannot be delivered. */
export function shippingOffers(methods: readonly ShippingMethod[], parcel: Parcel): ShippingOffer[] {
  return methods
    .filter((method) => serves(method, parcel))
    .flatMap((method) => {
      const band = method.bands.find(({ upToGrams }) => upToGrams === null || parcel.weightGrams <= upToGrams);
      const price = band?.netPrice[parcel.currency];
      if (price === undefined) return [];
      const threshold = method.freeFrom?.[parcel.currency];
      const missing = threshold === undefined ? null : threshold - parcel.goods.minor;
      const isFree = missing !== null && missing <= 0n;
      return [
        {
          method,
          netPrice: isFree ? exact(0n) : price,
          isFree,
          missingForFree: missing !== null && missing > 0n ? money(missing, parcel.currency) : null,
        },
      ];
    })
    .sort((a, b) => comparePrice(a.netPrice, b.netPrice) || a.method.workingDays[0] - b.method.workingDays[0]);
}

const comparePrice = (a: Exact, b: Exact): number => {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

const serves = (method: ShippingMethod, { country, weightGrams, goods }: Parcel): boolean => {
  const highest = method.goodsUpTo?.[goods.currency];
  return (
    (method.countries as readonly string[]).includes(country) &&
    (method.heavierThanGrams === null || weightGrams > method.heavierThanGrams) &&
    (highest === undefined || goods.minor <= highest)
  );
};

/** The offer asked for, else the cheapest: something is always preselected. Null when nothing delivers. */
export const chosenOffer = (offers: readonly ShippingOffer[], code: string | null): ShippingOffer | null =>
  offers.find(({ method }) => method.code === code) ?? offers[0] ?? null;

/** How much more makes a way free, the least that any asks for; null where one is free already or none can be. */
export function missingForAnyFree(offers: readonly ShippingOffer[]): Money | null {
  if (offers.some(({ isFree }) => isFree)) return null;
  return offers
    .flatMap(({ missingForFree }) => missingForFree ?? [])
    .reduce<Money | null>((least, each) => (least && least.minor <= each.minor ? least : each), null);
}

/** Grams of all lines together, each quantity times its weight, rounded up once. */
export const parcelWeight = (lines: readonly { readonly quantity: Exact; readonly weightGrams: number }[]): number =>
  Number(
    ceiling(
      lines.reduce<Exact>((sum, line) => {
        const weight = multiply(line.quantity, exact(BigInt(line.weightGrams)));
        return exact(sum.num * weight.den + weight.num * sum.den, sum.den * weight.den);
      }, exact(0n)),
    ),
  );
