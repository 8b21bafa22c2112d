import type { LoaderFunctionArgs } from '@remix-run/node';
import { localeOf } from '#app/http/locale.server.ts';
import { quotePaper } from '#app/http/quote-paper.server.ts';
import { idParam, notFound, requireMember } from '#app/http/require-actor.server.ts';
import { readQuote } from '#app/use-cases/quotes/read-quote.server.ts';

/** A version the buyer was given, on paper. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request, context);
  const seen = await readQuote(context.deps, { scope, id: idParam(params.quote) });
  if (!seen) throw notFound();
  const { quote, versions } = seen;
  return quotePaper(context.deps, { quote, versions, asked: params.version, locale: localeOf(request) });
}
