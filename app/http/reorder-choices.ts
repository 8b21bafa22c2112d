import * as z from 'zod';
import { type ReorderChoice, reorderChoices } from '#app/domain/orders/reorder-line.ts';

/** What was chosen for the lines of a form that asks, by their numbers: `choice.l3`. */
export const choiceField = {
  choice: z.record(z.string().regex(/^l\d{1,6}$/), z.enum([...reorderChoices, 'as_is'])).default({}),
};

/** What is ordered as it stands needs no choice. */
export const choicesOf = (
  chosen: Readonly<Record<string, ReorderChoice['take'] | 'as_is'>>,
): ReadonlyMap<number, ReorderChoice> =>
  new Map(
    Object.entries(chosen).flatMap(([name, take]) =>
      take === 'as_is' ? [] : [[Number(name.slice(1)), { take, quantity: null }] as const],
    ),
  );
