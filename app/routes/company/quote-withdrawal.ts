import type { ActionFunctionArgs } from '@remix-run/node';
import { actAsBuyer, toQuote } from '#app/http/quote-act.server.ts';
import { withdrawQuote } from '#app/use-cases/quotes/close-quote.server.ts';

export const loader = toQuote;
export const action = (args: ActionFunctionArgs) =>
  actAsBuyer(
    args,
    {},
    ({ actor, id, form: { reason } }) => withdrawQuote(args.context.deps, { actor, id, reason }),
    'doneWithdrawn',
  );
