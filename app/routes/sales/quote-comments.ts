import type { ActionFunctionArgs } from '@remix-run/node';
import { actAsSeller, toSellerQuote } from '#app/http/quote-act.server.ts';
import { commentOnQuote } from '#app/use-cases/quotes/comment-on-quote.server.ts';

export const loader = toSellerQuote;
export const action = (args: ActionFunctionArgs) =>
  actAsSeller(
    args,
    {},
    async ({ actor, quote, form: { reason } }) =>
      reason === ''
        ? { ok: false as const, code: 'reason_required' as const }
        : commentOnQuote(args.context.deps, { actor, id: quote.id, line: null, body: reason }),
    'doneCommented',
  );
