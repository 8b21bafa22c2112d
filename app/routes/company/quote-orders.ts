import type { ActionFunctionArgs } from '@remix-run/node';
import * as z from 'zod';
import { actAsBuyer, toQuote } from '#app/http/quote-act.server.ts';
import { acceptQuote } from '#app/use-cases/quotes/accept-quote.server.ts';

export const loader = toQuote;
export const action = (args: ActionFunctionArgs) =>
  actAsBuyer(
    args,
    {
      /** The order the page offered to make: two clicks, or two pages open side by side, mean the same one. */
      turn: z.coerce.number().int().positive(),
      number: z.string().max(100).optional(),
      cost_centre: z.string().max(100).optional(),
    },
    ({ actor, id, form: { version, turn, number, cost_centre } }) =>
      acceptQuote(args.context.deps, {
        actor,
        id,
        acceptance: { version, turn, lines: null, number: number ?? null, costCentre: cost_centre ?? null },
      }),
    'doneOrderedAgain',
  );
