import type { Deps } from '#app/deps.server.ts';
import { printDocument } from '#app/documents/print-document.server.ts';
import { quoteDocument } from '#app/documents/quote.server.ts';
import { documentLocale, sellerLines } from '#app/use-cases/invoices/seller.server.ts';
import type { QuoteVersion } from '#db/queries/quote-versions.server.ts';
import type { Quote } from '#db/queries/quotes.server.ts';
import { fileResponse } from './file-response.server';
import { notFound } from './require-actor.server';

/** The version asked for, on paper; not there where it is none of those the reader may see. */
export async function quotePaper(
  { db }: Pick<Deps, 'db'>,
  p: { quote: Quote; versions: readonly QuoteVersion[]; asked: string | undefined; locale: string },
): Promise<Response> {
  const version = p.versions.find((each) => String(each.version) === p.asked);
  if (!version) throw notFound();
  const locale = documentLocale(p.locale);
  const document = quoteDocument({ quote: p.quote, version, locale, seller: await sellerLines(db, locale) });
  return fileResponse({
    name: `${p.quote.number}-v${version.version}.pdf`,
    mediaType: 'application/pdf',
    content: await printDocument(document),
  });
}
