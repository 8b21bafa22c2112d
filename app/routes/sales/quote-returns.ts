import type { ActionFunctionArgs } from '@remix-run/node';
import { actAsSeller, toSellerQuote } from '#app/http/quote-act.server.ts';
import { decideOnOffer } from '#app/use-cases/quotes/decide-on-offer.server.ts';

export const loader = toSellerQuote;
export const action = (args: ActionFunctionArgs) =>
  actAsSeller(
    args,
    {},
    ({ actor, quote, form: { version, reason } }) =>
      decideOnOffer(args.context.deps, {
        id: quote.id,
        actor: actor.person,
        via: actor.via,
        for: null,
        revision: version,
        verdict: 'changes_requested',
        reason: reason === '' ? null : reason,
      }),
    'doneReturned',
  );
