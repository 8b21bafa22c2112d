import type { Deps } from '#app/deps.server.ts';
import { midnightOf } from '#app/domain/companies/midnight.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import type { Template } from '#app/domain/quotes/repeat-orders.ts';
import { acceptQuote } from '#app/use-cases/quotes/accept-quote.server.ts';
import { declineQuote } from '#app/use-cases/quotes/close-quote.server.ts';
import { commentOnQuote } from '#app/use-cases/quotes/comment-on-quote.server.ts';
import { counterOffer } from '#app/use-cases/quotes/counter-offer.server.ts';
import { noteOnQuote } from '#app/use-cases/quotes/note-on-quote.server.ts';
import { offerQuote } from '#app/use-cases/quotes/offer-quote.server.ts';
import { requestQuote } from '#app/use-cases/quotes/request-quote.server.ts';
import { findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { done, memberActor, staffActor } from './actors.server';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const berlin = 'Europe/Berlin';

type Asked = { sku: string; quantity: string; targetPrice?: string; wantedOn?: string };
type Request = { slug: string; unitSlug: string; email: string; reference: string; notes: string; lines: Asked[] };

/** Quotes as a rep finds them: one that just came in, one the buyer countered, one that runs out in two days, and two
 *  that are over, one won and one lost. */
export async function seedQuotes(deps: Deps): Promise<void> {
  const ago = (ms: number): Deps => ({ ...deps, now: () => new Date(deps.now().getTime() - ms) });
  const rosa = await staffActor(deps, 'rep@tradepost.example');
  const inDays = (from: Deps, days: number) => new Date(from.now().getTime() + days * day);
  const harbour = { slug: 'harbour-hotels', unitSlug: 'pier-9', email: 'ana@harbour.example' };
  const north = { slug: 'harbour-hotels', unitSlug: 'north', email: 'ben@harbour.example' };
  const northgate = { slug: 'northgate-office-supply', unitSlug: 'hq', email: 'jun@northgate.example' };
  const offer = (
    then: Deps,
    id: string,
    days: number,
    prices: readonly string[],
    message: string,
    template: Template | null = null,
  ) =>
    offerQuote(then, {
      actor: rosa,
      id,
      offer: {
        validUntil: inDays(then, days),
        partAcceptance: true,
        template,
        terms: null,
        freight: null,
        message,
        lines: prices.map((unitPrice, index) => ({ line: index + 1, unitPrice })),
      },
    });

  const won = ago(46 * day);
  const opening = await asked(won, {
    ...north,
    reference: 'Refurbished bar',
    notes: 'First filling of the bar before we open again.',
    lines: [{ sku: 'ESP-1K', quantity: '24' }],
  });
  const greeting = 'Good luck with the opening! You can have the same three times more.';
  const until = midnightOf(dayIn(inDays(deps, 120), berlin), berlin) ?? inDays(deps, 120);
  const first = done(await offer(ago(46 * day - 3 * minute), opening, 14, ['16.50'], greeting, { times: 4, until }));
  done(
    await acceptQuote(ago(45 * day), {
      actor: await memberActor(deps, north.slug, north.email),
      id: opening,
      acceptance: { version: first.version, lines: null, number: 'HH-2019', costCentre: null, turn: 1 },
    }),
  );

  const lost = await asked(ago(20 * day), {
    ...northgate,
    reference: 'Canteen 2',
    notes: '',
    lines: [{ sku: 'HAR-1K', quantity: '80', targetPrice: '19.00' }],
  });
  const tried = done(await offer(ago(20 * day - 9 * minute), lost, 14, ['21.90'], ''));
  done(
    await declineQuote(ago(18 * day), {
      actor: await memberActor(deps, northgate.slug, northgate.email),
      id: lost,
      version: tried.version,
      reason: 'Another roaster was cheaper',
    }),
  );

  const ending = await asked(ago(12 * day), {
    ...northgate,
    reference: 'Vending floor 4',
    notes: '',
    lines: [
      { sku: 'FIN-1K', quantity: '36' },
      { sku: 'ESP-250', quantity: '24' },
    ],
  });
  done(
    await offer(ago(12 * day - 4 * minute), ending, 14, ['22.90', '6.20'], 'We can deliver all of it on one pallet.'),
  );

  const countered = await asked(ago(2 * day), {
    ...harbour,
    reference: 'Summer season',
    notes: 'We would take it in three deliveries, June to August.',
    lines: [
      { sku: 'ESP-1K', quantity: '120', targetPrice: '15.20' },
      { sku: 'HAR-1K', quantity: '60' },
    ],
  });
  const second = done(await offer(ago(2 * day - 5 * minute), countered, 14, ['16.80', '25.50'], ''));
  const ana = await memberActor(deps, harbour.slug, harbour.email);
  done(
    await counterOffer(ago(20 * hour), {
      actor: ana,
      id: countered,
      version: second.version,
      message: 'At 15.90 I can say yes today.',
      lines: [{ line: 1, unitPrice: '15.90' }],
    }),
  );
  const question = 'Could the third delivery come two weeks later?';
  done(await commentOnQuote(ago(19 * hour), { actor: ana, id: countered, line: null, body: question }));
  const note = 'They pay on time and grow: worth going to the limit.';
  done(await noteOnQuote(ago(18 * hour), { actor: rosa, id: countered, line: null, body: note }));

  await asked(ago(2 * minute), {
    slug: 'cafe-lindenhof',
    unitSlug: 'hq',
    email: 'lena@lindenhof.example',
    reference: 'Second grinder',
    notes: 'We open a window to the street in spring.',
    lines: [
      { sku: 'ESP-1K', quantity: '24' },
      { sku: 'FIN-1K', quantity: '12', targetPrice: '26.00' },
    ],
  });
}

async function asked(deps: Deps, p: Request): Promise<string> {
  const company = await findOrderingCompany(deps.db, p);
  if (!company) throw new Error(`the demo has no ${p.slug}`);
  const wanted = {
    company,
    currency: company.currency,
    reference: p.reference,
    notes: p.notes,
    lines: p.lines.map((line) => ({ ...line, configuration: {} })),
  };
  const actor = await memberActor(deps, p.slug, p.email);
  return done(await requestQuote(deps, { actor, wanted })).id;
}
