import type { ActionFunctionArgs } from '@remix-run/node';
import { actAsSeller, toSellerQuote } from '#app/http/quote-act.server.ts';
import { rejectQuote } from '#app/use-cases/quotes/close-quote.server.ts';

export const loader = toSellerQuote;
export const action = (args: ActionFunctionArgs) =>
  actAsSeller(
    args,
    {},
    ({ actor, quote, form: { reason } }) => rejectQuote(args.context.deps, { actor, id: quote.id, reason }),
    'doneRejected',
  );
