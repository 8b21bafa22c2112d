import type { ActionFunctionArgs } from '@remix-run/node';
import { actAsBuyer, toQuote } from '#app/http/quote-act.server.ts';
import { acceptQuote } from '#app/use-cases/quotes/accept-quote.server.ts';

export const loader = toQuote;
export const action = (args: ActionFunctionArgs) =>
  actAsBuyer(
    args,
    {},
    ({ actor, id, form: { version } }) =>
      acceptQuote(args.context.deps, {
        actor,
        id,
        acceptance: { version, lines: null, number: null, costCentre: null },
      }),
    'doneAccepted',
  );
