import type { ActionFunctionArgs } from '@remix-run/node';
import * as z from 'zod';
import { actAsSeller, toSellerQuote } from '#app/http/quote-act.server.ts';
import { handQuote } from '#app/use-cases/sales/hand-quote.server.ts';

export const loader = toSellerQuote;

export const action = (args: ActionFunctionArgs) =>
  actAsSeller(
    args,
    { rep: z.guid() },
    ({ actor, quote, form }) => handQuote(args.context.deps, { actor, id: quote.id, repId: form.rep }),
    'doneHanded',
  );
