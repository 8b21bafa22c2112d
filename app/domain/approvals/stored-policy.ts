import { amountString, parseAmount } from '../money/money';
import { type Exact, exact, toExact } from '../money/exact';
import { isCurrencyCode } from '../money/currencies';
import type { FrozenPolicy } from './frozen-policy';
import type { PlaceServed } from './decisions';
import type { RuleLookedAt } from './matching-rules';
import type { LevelOpening } from './progress';
import type { DocumentFacts, Rule } from './rules';

/** JSON as a row keeps it: amounts, exact numbers and moments are written so that they come back the same. */
export type Stored = null | boolean | number | string | readonly Stored[] | { readonly [key: string]: Stored };

export const storeRule = (rule: Rule): Stored => store(rule);
export const storePolicy = (policy: FrozenPolicy): Stored => store(policy);
export const storeOpenings = (openings: readonly LevelOpening[]): Stored => store(openings);
export const storeFacts = (facts: DocumentFacts): Stored => store(facts);
export const storeLookedAt = (lookedAt: readonly RuleLookedAt[]): Stored => store(lookedAt);
export const storePlaces = (places: readonly PlaceServed[]): Stored => store(places);

/** Only for what the functions above wrote. @throws RangeError for an amount or a moment that is none */
export const restoreRule = (stored: Stored): Rule => restore(stored) as Rule;
export const restorePolicy = (stored: Stored): FrozenPolicy => restore(stored) as FrozenPolicy;
export const restoreOpenings = (stored: Stored): readonly LevelOpening[] => restore(stored) as readonly LevelOpening[];
export const restoreFacts = (stored: Stored): DocumentFacts => restore(stored) as DocumentFacts;
export const restoreLookedAt = (stored: Stored): readonly RuleLookedAt[] => restore(stored) as readonly RuleLookedAt[];
export const restorePlaces = (stored: Stored): readonly PlaceServed[] => restore(stored) as readonly PlaceServed[];

function store(value: unknown): Stored {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (value instanceof Date) return { moment: value.toISOString() };
  if (Array.isArray(value)) return value.map(store);
  if (typeof value !== 'object') throw new RangeError(`a policy holds no ${typeof value}`);
  if ('minor' in value && 'currency' in value && typeof value.minor === 'bigint') {
    const { currency } = value;
    if (typeof currency !== 'string' || !isCurrencyCode(currency)) throw new RangeError('an amount has a currency');
    return { amount: amountString({ minor: value.minor, currency }), currency };
  }
  if (isExact(value)) return { exact: `${value.num}/${value.den}` };
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => [key, store(each)]),
  );
}

const isExact = (value: object): value is Exact =>
  'num' in value && 'den' in value && typeof value.num === 'bigint' && typeof value.den === 'bigint';

function restore(stored: Stored): unknown {
  if (stored === null || typeof stored !== 'object') return stored;
  if (isList(stored)) return stored.map(restore);
  const keys = Object.keys(stored);
  const { moment, amount, currency, exact: fraction } = stored;
  if (keys.length === 1 && typeof moment === 'string') return restoreMoment(moment);
  if (keys.length === 1 && typeof fraction === 'string') {
    const [num = '', den = ''] = fraction.split('/');
    return exact(toExact(num).num, toExact(den).num);
  }
  if (keys.length === 2 && typeof amount === 'string' && typeof currency === 'string') {
    const parsed = isCurrencyCode(currency) ? parseAmount(amount, currency) : null;
    if (!parsed) throw new RangeError(`not an amount: ${amount} ${currency}`);
    return parsed;
  }
  return Object.fromEntries(Object.entries(stored).map(([key, each]) => [key, restore(each)]));
}

const isList = (stored: object): stored is readonly Stored[] => Array.isArray(stored);

function restoreMoment(text: string): Date {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) throw new RangeError(`not a moment: ${text}`);
  return moment;
}
