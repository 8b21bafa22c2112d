import type { LoaderFunctionArgs } from '@remix-run/node';
import { localeOf } from '#app/http/locale.server.ts';
import { quotePaper } from '#app/http/quote-paper.server.ts';
import { idParam, notFound, requireStaff } from '#app/http/require-actor.server.ts';
import { readAllVersions } from '#db/queries/quote-versions.server.ts';
import { findSellerQuote } from '#db/queries/quotes.server.ts';

/** Any version, on the paper its buyer gets. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, scope } = await requireStaff(request, context, 'answer_quotes');
  const { db } = context.deps;
  const quote = await findSellerQuote(db, { seller: { scope, person: actor.person }, id: idParam(params.quote) });
  if (!quote) throw notFound();
  const versions = await readAllVersions(db, { quoteId: quote.id });
  return quotePaper(context.deps, { quote, versions, asked: params.version, locale: localeOf(request) });
}
