import type { ActionFunctionArgs } from '@remix-run/node';
import * as z from 'zod';
import { midnightAfter } from '#app/domain/companies/midnight.ts';
import { actAsSeller, toSellerQuote } from '#app/http/quote-act.server.ts';
import { pricesTyped } from '#app/http/quote-prices.ts';
import { offerQuote } from '#app/use-cases/quotes/offer-quote.server.ts';

export const loader = toSellerQuote;

export async function action(args: ActionFunctionArgs) {
  const lines = pricesTyped(await args.request.clone().formData());
  return actAsSeller(
    args,
    { valid_day: z.string().max(10), message: z.string().max(5_000).default('') },
    async ({ actor, quote, form }) => {
      const validUntil = midnightAfter(form.valid_day, quote.company.timeZone);
      if (!validUntil || !lines) return { ok: false as const, code: 'invalid_form' as const };
      const { message } = form;
      const offer = { validUntil, partAcceptance: false, terms: null, freight: null, message, lines };
      return offerQuote(args.context.deps, { actor, id: quote.id, offer });
    },
    'doneOffered',
  );
}
