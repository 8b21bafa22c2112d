import type { LoaderFunctionArgs } from '@remix-run/node';
import { locales } from '#app/domain/i18n/locales.ts';
import { offerTyped } from '#app/http/quote-prices.ts';
import { idParam, notFound, requireStaff } from '#app/http/require-actor.server.ts';
import { judgementOf } from '#app/http/seller-quote-view.server.ts';
import { findSellerQuote } from '#db/queries/quotes.server.ts';

/** GET: how far the offer that is being typed goes, and whether it has to pass a manager. Changes nothing. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, scope, viewer } = await requireStaff(request, context, 'answer_quotes');
  const seller = { scope, person: actor.person };
  const quote = await findSellerQuote(context.deps.db, { seller, id: idParam(params.quote) });
  if (!quote) throw notFound();
  const typed = new FormData();
  for (const [name, value] of new URL(request.url).searchParams) typed.append(name, value);
  const lines = offerTyped(typed);
  const { formats } = locales[viewer.locale];
  const judged = lines ? await judgementOf(context.deps, { quote, staff: actor.staff, formats, typed: lines }) : null;
  return Response.json(judged);
}
