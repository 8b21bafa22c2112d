import type { Deps } from '#app/deps.server.ts';
import type { CompanyScope, StaffMember } from '#app/domain/access/company-scope.ts';
import { mayLimit } from '#app/domain/access/permissions.ts';
import { staffRoles } from '#app/domain/access/roles.ts';
import { formatPercent } from '#app/domain/i18n/format-number.ts';
import { exact, toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import type { OpeningHours } from '#app/domain/quotes/answer-clock.ts';
import { figuresByRep, pipeline } from '#app/domain/quotes/desk-figures.ts';
import { outcomeOf } from '#app/domain/quotes/lifecycle.ts';
import { namePersons } from '#db/queries/directory.server.ts';
import { findRoleLimits } from '#db/queries/role-limits.server.ts';
import { listQuotesOfPeriod } from '#db/queries/sales-desk.server.ts';

const figuresDays = 90;
const dayMs = 86_400_000;
/** The figures are of the newest this many; a shop that has more in three months counts these. */
const mostQuotes = 20_000;
const mostReasons = 10;

/** How the team answers and what is open, for whoever leads it. */
export async function teamFigures(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: { staff: StaffMember; scope: CompanyScope; hours: OpeningHours; formats: string },
) {
  const { formats } = p;
  const at = now();
  const since = new Date(at.getTime() - figuresDays * dayMs);
  const quotes = await listQuotesOfPeriod(db, { scope: p.scope, since, limit: mostQuotes });
  const figures = figuresByRep(quotes, p.hours);
  const names = await namePersons(db, { ids: figures.flatMap(({ rep }) => (rep ? [rep] : [])) });
  const limits = await Promise.all(staffRoles.map(async (role) => ({ role, ...(await findRoleLimits(db, { role })) })));
  return {
    days: figuresDays,
    reps: figures.map(({ rep, meanDiscountPercent, won, lost, ...counted }) => ({
      ...{ ...counted, won, lost },
      winRate: won + lost === 0 ? '' : formatPercent(exact(BigInt(1_000 * won), BigInt(10 * (won + lost))), formats),
      key: rep ?? 'nobody',
      isNobody: rep === null,
      name: rep ? (names.get(rep)?.name ?? null) : null,
      discount: meanDiscountPercent ? formatPercent(toExact(toDecimalString(meanDiscountPercent, 1)), formats) : '',
    })),
    stages: pipeline(quotes, at).map(({ worth, ...stage }) => ({
      ...stage,
      worth: worth.map(({ currency, minor }) => ({ currency, minor: String(minor) })),
    })),
    reasons: lostReasons(quotes),
    limits: limits.map(({ role, discountPercent, marginFloorPercent }) => ({
      role,
      mayChange: mayLimit(p.staff, role),
      discount: discountPercent ? toDecimalString(discountPercent, 4) : '',
      margin: marginFloorPercent ? toDecimalString(marginFloorPercent, 4) : '',
    })),
  };
}

/** What was said where a quote was lost, the most frequent first. */
function lostReasons(quotes: readonly { status: Parameters<typeof outcomeOf>[0]; closedReason: string }[]) {
  const times = new Map<string, number>();
  for (const { status, closedReason } of quotes)
    if (outcomeOf(status) === 'lost') times.set(closedReason, (times.get(closedReason) ?? 0) + 1);
  return [...times]
    .map(([reason, count]) => ({ reason, times: count }))
    .toSorted((a, b) => b.times - a.times)
    .slice(0, mostReasons);
}
