import type { ActionFunctionArgs } from '@remix-run/node';
import * as z from 'zod';
import { midnightAfter } from '#app/domain/companies/midnight.ts';
import { parseAmount } from '#app/domain/money/money.ts';
import { actAsSeller, toSellerQuote } from '#app/http/quote-act.server.ts';
import { offerTyped } from '#app/http/quote-prices.ts';
import { offerQuote } from '#app/use-cases/quotes/offer-quote.server.ts';

export const loader = toSellerQuote;

export async function action(args: ActionFunctionArgs) {
  const lines = offerTyped(await args.request.clone().formData());
  return actAsSeller(
    args,
    {
      valid_day: z.string().max(10),
      message: z.string().max(5_000).default(''),
      part: z.literal('on').optional(),
      freight: z.string().max(20).optional(),
      terms: z.string().max(40).optional(),
      template_times: z.coerce.number().int().optional(),
      template_day: z.string().max(10).optional(),
    },
    async ({ actor, quote, form }) => {
      const invalid = { ok: false as const, code: 'invalid_form' as const };
      const validUntil = midnightAfter(form.valid_day, quote.company.timeZone);
      const freight = form.freight ? parseAmount(form.freight.replace(',', '.'), quote.currency) : null;
      if (!validUntil || !lines || (form.freight && !freight)) return invalid;
      const { message, terms = null, template_times: times } = form;
      const until = form.template_day ? midnightAfter(form.template_day, quote.company.timeZone) : null;
      if (times !== undefined && !until) return invalid;
      const template = times === undefined || !until ? null : { times, until };
      const offer = { validUntil, partAcceptance: form.part === 'on', template, terms, freight, message, ...lines };
      return offerQuote(args.context.deps, { actor, id: quote.id, offer });
    },
    'doneOffered',
  );
}
