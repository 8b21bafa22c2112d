import type { ActionFunctionArgs } from '@remix-run/node';
import * as z from 'zod';
import { actAsBuyer, toQuote } from '#app/http/quote-act.server.ts';
import { linesTyped } from '#app/http/quote-prices.ts';
import { counterOffer } from '#app/use-cases/quotes/counter-offer.server.ts';

export const loader = toQuote;

export async function action(args: ActionFunctionArgs) {
  const lines = linesTyped(await args.request.clone().formData());
  return actAsBuyer(
    args,
    { message: z.string().max(5_000).default('') },
    async ({ actor, id, form: { version, message } }) =>
      lines
        ? counterOffer(args.context.deps, { actor, id, version, message, lines })
        : { ok: false as const, code: 'invalid_form' as const },
    'doneCountered',
  );
}
