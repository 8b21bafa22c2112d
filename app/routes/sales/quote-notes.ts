import type { ActionFunctionArgs } from '@remix-run/node';
import * as z from 'zod';
import { actAsSeller, toSellerQuote } from '#app/http/quote-act.server.ts';
import { noteOnQuote } from '#app/use-cases/quotes/note-on-quote.server.ts';

export const loader = toSellerQuote;
export const action = (args: ActionFunctionArgs) =>
  actAsSeller(
    args,
    { line: z.coerce.number().int().positive().optional() },
    async ({ actor, quote, form: { reason, line = null } }) =>
      reason === ''
        ? { ok: false as const, code: 'reason_required' as const }
        : noteOnQuote(args.context.deps, { actor, id: quote.id, line, body: reason }),
    'doneNoted',
  );
