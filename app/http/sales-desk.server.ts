import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { type CompanyScope, salesScope } from '#app/domain/access/company-scope.ts';
import { personId } from '#app/domain/access/ids.ts';
import { staffMay } from '#app/domain/access/permissions.ts';
import { goneQuiet } from '#app/domain/companies/gone-quiet.ts';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { stalledAfterDays } from '#app/domain/purchase-orders/lifecycle.ts';
import { type OpeningHours, isOpen, openBetween } from '#app/domain/quotes/answer-clock.ts';
import { listWaitingCreditLimits } from '#db/queries/credit-limits.server.ts';
import { listWaitingRevisions } from '#db/queries/price-revisions.server.ts';
import { type SellerQuote, listSellerQuotes } from '#db/queries/quotes.server.ts';
import {
  listCreditHolds,
  listExpiring,
  listLeftCarts,
  listReps,
  listRhythms,
  listStalled,
} from '#db/queries/sales-desk.server.ts';
import { readSettings } from '#db/queries/settings.server.ts';
import { listWaitingTaxCertificates } from '#db/queries/tax-certificates.server.ts';

const dayMs = 86_400_000;
const expiringDays = 3;
const cartsBackDays = 30;
const mostQuotes = 100;
const mostOfEach = 20;
/** Rhythms are judged here and not in SQL: more are read than are shown. */
const mostRhythms = 2_000;

export type DeskFilters = {
  readonly words: string;
  /** A rep's id, or empty for all whoever looks may see. */
  readonly portfolio: string;
};

type Wanted = {
  readonly actor: StaffActor;
  readonly scope: CompanyScope;
  readonly filters: DeskFilters;
  readonly hours: OpeningHours;
  readonly formats: string;
};

/** What waits on the sales desk, each list with the most urgent first: a fixed number of statements. */
export async function salesDesk({ db, now }: Pick<Deps, 'db' | 'now'>, p: Wanted) {
  const { actor, filters, hours, formats } = p;
  const at = now();
  const maySeeAll = staffMay(actor.staff, 'assign_portfolios');
  const reps = maySeeAll ? await listReps(db) : [];
  const rep = reps.find(({ id }) => id === filters.portfolio);
  const scope = rep ? salesScope({ person: personId(rep.id), roles: ['rep'] }) : p.scope;
  const words = filters.words || undefined;
  const { document: series } = await readSettings(db, { kind: 'reminders' });
  const some = { scope, words, limit: mostOfEach };
  const quotes = await listSellerQuotes(db, {
    seller: { scope, person: rep ? personId(rep.id) : actor.person },
    statuses: ['requested', 'countered', 'in_work', 'awaiting_approval'],
    limit: mostQuotes,
    ...(words && { words }),
  });
  const day = (moment: Date) => formatInstant(moment, formats, hours.timeZone);
  return {
    reps: reps.map(({ id, name }) => ({ id, name })),
    rep: rep?.id ?? '',
    isOpen: isOpen(at, hours),
    quotes: quotes.map((quote) => deskQuote(quote, at, hours, day)),
    expiring: (await listExpiring(db, { ...some, at, before: new Date(at.getTime() + expiringDays * dayMs) })).map(
      ({ id, number, company, validUntil }) => ({ id, number, company, until: validUntil ? day(validUntil) : '' }),
    ),
    lists: (await listWaitingRevisions(db, some))
      .filter(({ makers }) => !makers.includes(actor.person))
      .map(({ code, name, company, number }) => ({ code, name, company, number })),
    stalled: (await listStalled(db, { ...some, before: new Date(at.getTime() - stalledAfterDays * dayMs) })).map(
      ({ id, number, company, changedAt }) => ({
        ...{ id, number, company },
        days: Math.floor((at.getTime() - changedAt.getTime()) / dayMs),
      }),
    ),
    quiet: (await listRhythms(db, { ...some, at, limit: mostRhythms }))
      .flatMap(({ slug, name, ...rhythm }) => {
        const quiet = goneQuiet(rhythm, at);
        return quiet ? [{ slug, name, ...quiet }] : [];
      })
      .slice(0, mostOfEach),
    holds: await listCreditHolds(db, some),
    limits: staffMay(actor.staff, 'set_credit')
      ? (await listWaitingCreditLimits(db, some))
          .filter(({ proposedBy }) => proposedBy !== actor.person)
          .map(({ slug, name, createdAt }) => ({ slug, name, since: day(createdAt) }))
      : [],
    certificates: (await listWaitingTaxCertificates(db, some)).map(({ id, slug, company, createdAt }) => ({
      ...{ id, slug, company },
      since: day(createdAt),
    })),
    carts: (
      await listLeftCarts(db, {
        ...some,
        before: new Date(at.getTime() - series.afterMinutes[0] * 60_000),
        after: new Date(at.getTime() - cartsBackDays * dayMs),
      })
    ).map(({ company, memberId, buyer, lines, seenMinor, currency, since }) => ({
      ...{ company, memberId, buyer, lines },
      worth: seenMinor === null ? null : formatMoney({ minor: seenMinor, currency }, formats),
      since: day(since),
    })),
  };
}

/** One row, with the open time that is left on its clock in milliseconds: none where no clock runs. */
function deskQuote(
  { id, number, status, company, answerDueAt, changedAt }: SellerQuote,
  at: Date,
  hours: OpeningHours,
  day: (moment: Date) => string,
) {
  return {
    ...{ id, number, status },
    company: company.name,
    since: day(changedAt),
    due: answerDueAt ? day(answerDueAt) : null,
    leftMs: answerDueAt ? openBetween(at, answerDueAt, hours) : null,
  };
}
