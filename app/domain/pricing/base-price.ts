import { type Exact, divide, exact, toExact } from '../money/exact';

/** What a price per kilogram, litre or hundred pieces is said for. */
export type BaseUnit = 'kg' | 'l' | 'hundred';
export type NetContent = { readonly quantity: string; readonly unit: string };

/** How many of a unit (UN/ECE Recommendation 20) make one base unit. */
const bases: Readonly<Record<string, { unit: BaseUnit; per: bigint }>> = {
  KGM: { unit: 'kg', per: 1n },
  GRM: { unit: 'kg', per: 1000n },
  LTR: { unit: 'l', per: 1n },
  MLT: { unit: 'l', per: 1000n },
  C62: { unit: 'hundred', per: 100n },
};

/** What a base unit costs when one piece with this content costs `price`; not rounded. Null for other units, and for
 *  contents of exactly one base unit, which would say the price twice. */
export function basePrice(price: Exact, content: NetContent | null): { price: Exact; unit: BaseUnit } | null {
  const base = content && bases[content.unit];
  if (!base) return null;
  const quantity = toExact(content.quantity);
  if (quantity.num <= 0n) return null;
  const inBase = divide(quantity, exact(base.per));
  if (inBase.num === inBase.den || (base.unit === 'hundred' && quantity.num <= quantity.den)) return null;
  return { price: divide(price, inBase), unit: base.unit };
}
