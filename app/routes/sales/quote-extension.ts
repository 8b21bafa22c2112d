import type { ActionFunctionArgs } from '@remix-run/node';
import * as z from 'zod';
import { midnightAfter } from '#app/domain/companies/midnight.ts';
import { actAsSeller, toSellerQuote } from '#app/http/quote-act.server.ts';
import { extendQuote } from '#app/use-cases/quotes/extend-quote.server.ts';

export const loader = toSellerQuote;
export const action = (args: ActionFunctionArgs) =>
  actAsSeller(
    args,
    { valid_day: z.string().max(10), message: z.string().max(5_000).default('') },
    async ({ actor, quote, form: { valid_day, message } }) => {
      const validUntil = midnightAfter(valid_day, quote.company.timeZone);
      if (!validUntil) return { ok: false as const, code: 'invalid_form' as const };
      return extendQuote(args.context.deps, { actor, id: quote.id, validUntil, message });
    },
    'doneExtended',
  );
