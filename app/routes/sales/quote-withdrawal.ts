import type { ActionFunctionArgs } from '@remix-run/node';
import { actAsSeller, toSellerQuote } from '#app/http/quote-act.server.ts';
import { withdrawQuote } from '#app/use-cases/quotes/close-quote.server.ts';

export const loader = toSellerQuote;
export const action = (args: ActionFunctionArgs) =>
  actAsSeller(
    args,
    {},
    ({ actor, quote, form: { reason } }) => withdrawQuote(args.context.deps, { actor, id: quote.id, reason }),
    'doneOfferWithdrawn',
  );
