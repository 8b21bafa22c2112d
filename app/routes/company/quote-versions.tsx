import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { VersionComparison } from '#app/components/quotes/version-comparison.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { quoteComparison } from '#app/http/quote-comparison.server.ts';
import { idParam, notFound, requireMember } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readQuote } from '#app/use-cases/quotes/read-quote.server.ts';

export const handle: RouteHandle = { messages: ['quotes'] };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { scope, viewer, buyingAs } = await requireMember(request, context);
  const seen = await readQuote(context.deps, { scope, id: idParam(params.quote) });
  if (!seen) throw notFound();
  const { quote, versions } = seen;
  const { timeZone } = buyingAs.company;
  const { locale } = viewer;
  const comparison = await quoteComparison(context.deps.db, request, {
    versions,
    currency: quote.currency,
    timeZone,
    locale,
  });
  if (!comparison) throw notFound();
  return { id: quote.id, number: quote.number, comparison };
}

export default function QuoteVersions() {
  const t = useMessages('quotes');
  const to = useLocalePath();
  const { id, number, comparison } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={t('compareTitle', { number })}
        actions={<ButtonLink to={to(`/company/quotes/${id}`)}>{t('back')}</ButtonLink>}
      />
      <VersionComparison {...comparison} pdfOf={(version) => to(`/company/quotes/${id}/versions/${version}/pdf`)} />
    </>
  );
}
