import type { ActionFunctionArgs } from '@remix-run/node';
import * as z from 'zod';
import { actAsBuyer, toQuote } from '#app/http/quote-act.server.ts';
import { acceptQuote } from '#app/use-cases/quotes/accept-quote.server.ts';

export const loader = toQuote;
export const action = (args: ActionFunctionArgs) =>
  actAsBuyer(
    args,
    {
      /** The form of an offer that may be taken in parts has a box a line; none ticked is nothing taken. */
      part: z.literal('on').optional(),
      lines: z.array(z.coerce.number().int().positive()).max(5_000).optional(),
      number: z.string().max(100).optional(),
      cost_centre: z.string().max(100).optional(),
    },
    async ({ actor, id, form: { version, part, lines, number, cost_centre } }) => {
      if (part && !lines) return { ok: false as const, code: 'lines_needed' as const };
      return acceptQuote(args.context.deps, {
        actor,
        id,
        acceptance: { version, lines: lines ?? null, number: number ?? null, costCentre: cost_centre ?? null, turn: 1 },
      });
    },
    'doneAccepted',
  );
