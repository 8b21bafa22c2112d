import type { TotalledCartLine } from '#app/domain/checkout/total-cart.ts';
import { compare, toExact } from '#app/domain/money/exact.ts';

/** A line worth a reminder: as it stands, or with less of it where the shelf holds too little. */
export const mayStillBeBought = ({ price, problem }: TotalledCartLine): boolean =>
  price.ok && (problem === null || (problem.code === 'short' && compare(problem.available, toExact('0')) > 0));
