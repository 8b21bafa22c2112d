import type { ActionFunctionArgs } from '@remix-run/node';
import { actAsSeller, toSellerQuote } from '#app/http/quote-act.server.ts';
import { noteOnQuote } from '#app/use-cases/quotes/note-on-quote.server.ts';

export const loader = toSellerQuote;
export const action = (args: ActionFunctionArgs) =>
  actAsSeller(
    args,
    {},
    async ({ actor, quote, form: { reason } }) =>
      reason === ''
        ? { ok: false as const, code: 'reason_required' as const }
        : noteOnQuote(args.context.deps, { actor, id: quote.id, line: null, body: reason }),
    'doneNoted',
  );
