import { isCurrencyCode } from '#app/domain/money/currencies.ts';
import type { Exact } from '#app/domain/money/exact.ts';
import type { Money } from '#app/domain/money/money.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { amountBody } from './shapes';

/** The facts beside a refusal's code as the API writes them: amounts and exact numbers like everywhere else. */
export function refusalFacts(detail: unknown): Record<string, unknown> {
  if (detail === null || typeof detail !== 'object' || Array.isArray(detail)) return {};
  return Object.fromEntries(Object.entries(detail).map(([key, value]) => [key, written(value)]));
}

function written(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(written);
  if (isMoney(value)) return amountBody(value);
  if (isExact(value)) return toDecimalString(value, 6);
  return refusalFacts(value);
}

const isMoney = (value: object): value is Money =>
  'minor' in value && typeof value.minor === 'bigint' && 'currency' in value && isCurrencyCode(String(value.currency));
const isExact = (value: object): value is Exact => 'num' in value && typeof value.num === 'bigint' && 'den' in value;
