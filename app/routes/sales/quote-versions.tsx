import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { VersionComparison } from '#app/components/quotes/version-comparison.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { quoteComparison } from '#app/http/quote-comparison.server.ts';
import { idParam, notFound, requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readAllVersions } from '#db/queries/quote-versions.server.ts';
import { findSellerQuote } from '#db/queries/quotes.server.ts';

export const handle: RouteHandle = { messages: ['quotes'] };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, scope, viewer } = await requireStaff(request, context, 'answer_quotes');
  const { db } = context.deps;
  const quote = await findSellerQuote(db, { seller: { scope, person: actor.person }, id: idParam(params.quote) });
  if (!quote) throw notFound();
  const versions = await readAllVersions(db, { quoteId: quote.id });
  const { timeZone } = quote.company;
  const { locale } = viewer;
  const comparison = await quoteComparison(db, request, { versions, currency: quote.currency, timeZone, locale });
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
        actions={<ButtonLink to={to(`/sales/quotes/${id}`)}>{t('back')}</ButtonLink>}
      />
      <VersionComparison {...comparison} pdfOf={(version) => to(`/sales/quotes/${id}/versions/${version}/pdf`)} />
    </>
  );
}
