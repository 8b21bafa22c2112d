import type { Deps } from '#app/deps.server.ts';
import { formatDay, formatInstant } from '#app/domain/i18n/format-date.ts';
import { isLocale, locales } from '#app/domain/i18n/locales.ts';
import { type Template, lastMoment } from '#app/domain/quotes/repeat-orders.ts';
import type { EmailProps } from '#app/jobs/emails.ts';
import type { Tx } from '#db/client.server.ts';
import { namePersons } from '#db/queries/directory.server.ts';
import { listSellers } from '#db/queries/quote-sweeps.server.ts';
import type { SellerQuote } from '#db/queries/quotes.server.ts';
import { queueEmail } from '../mail/queue-email.server';

type Wanted = Pick<Deps, 'settings'>;

/** The member it is for hears what became of their quote; told once per version. */
export async function tellBuyer(
  { settings }: Wanted,
  tx: Tx,
  p: {
    quote: Pick<SellerQuote, 'id' | 'number' | 'buyerId' | 'version' | 'validUntil'> & {
      company: { timeZone: string };
    };
    version?: number;
    news: EmailProps<'quote-news'>['news'];
    validUntil?: Date;
    template?: Template | null;
    reason?: string;
    at: Date;
  },
): Promise<void> {
  const { quote, news } = p;
  const person = (await namePersons(tx, { ids: [quote.buyerId] })).get(quote.buyerId);
  if (!person?.email) return;
  const locale = isLocale(person.locale) ? person.locale : 'en';
  const validUntil = p.validUntil ?? quote.validUntil;
  const { formats } = locales[locale];
  const { timeZone } = quote.company;
  await queueEmail(tx, {
    key: `quote:${quote.id}:${p.version ?? quote.version}:${news}:${person.id}`,
    template: 'quote-news',
    to: person.email,
    locale,
    at: p.at,
    props: {
      name: person.name,
      news,
      number: quote.number,
      validUntil: validUntil ? formatInstant(validUntil, formats, timeZone) : '',
      times: p.template ? String(p.template.times) : '',
      lastDay: p.template ? formatDay(lastMoment(p.template.until), formats, timeZone) : '',
      reason: p.reason ?? '',
      url: `${settings.origin}/company/quotes/${quote.id}`,
    },
  });
}

/** Whoever has to answer hears it: the rep who holds it, else every seller in whose portfolio it is. */
export async function tellSellers(
  { settings }: Wanted,
  tx: Tx,
  p: {
    quote: { id: string; number: string; company: string; holderId?: string | null; version?: number };
    news: EmailProps<'quote-desk'>['news'];
    reason?: string;
    at: Date;
  },
): Promise<void> {
  const { quote, news } = p;
  const sellers = await listSellers(tx);
  // One that names a holder who is no longer here belongs to a portfolio: the managers give it away.
  const isFree = !quote.holderId;
  const holder = sellers.filter(({ id }) => id === quote.holderId);
  const told =
    holder.length > 0 ? holder : sellers.filter(({ role }) => role === 'manager' || (role === 'rep' && isFree));
  for (const seller of told) {
    if (!seller.email) continue;
    await queueEmail(tx, {
      key: `quote_desk:${quote.id}:${quote.version ?? 0}:${news}:${seller.id}:${p.at.getTime()}`,
      template: 'quote-desk',
      to: seller.email,
      locale: isLocale(seller.locale) ? seller.locale : 'en',
      at: p.at,
      props: {
        name: seller.name,
        news,
        number: quote.number,
        company: quote.company,
        reason: p.reason ?? '',
        url: `${settings.origin}/sales/quotes/${quote.id}`,
      },
    });
  }
}
