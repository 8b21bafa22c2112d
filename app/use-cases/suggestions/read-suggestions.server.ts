import type { Deps } from '#app/deps.server.ts';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { type Suggestion, demandDays, isTimeAgain, suggest } from '#app/domain/suggestions/suggest.ts';
import { type BoughtVariant, countBuyers, listBought } from '#db/queries/buying-rhythm.server.ts';
import type { OrderScope } from '#db/queries/orders.server.ts';

const millisecondsOfDay = 86_400_000;
const yearDays = 365;
const mostThings = 500;

/** What this buyer usually has ordered again by now, the likeliest first. Two statements for any number of orders. */
export async function readSuggestions(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: { scope: OrderScope; limit: number },
): Promise<(Suggestion & { variant: BoughtVariant })[]> {
  const at = now();
  const daysAgo = (days: number) => new Date(at.getTime() - days * millisecondsOfDay);
  const found = await listBought(db, { scope: p.scope, since: daysAgo(yearDays), limit: mostThings });
  const often = found.filter(({ placedAt }) => placedAt.length > 1);
  const variants = new Map(often.map((variant) => [variant.sku, variant]));
  const demand = await countBuyers(db, {
    skus: [...variants.keys()],
    except: p.scope,
    from: daysAgo(demandDays),
    to: at,
  });
  const suggested = suggest({
    bought: often.map(({ sku, placedAt }) => ({ sku, days: placedAt.map((each) => dayNumber(new Date(each))) })),
    today: dayNumber(at),
    demand,
    limit: mostThings,
  });
  return suggested
    .filter(isTimeAgain)
    .slice(0, p.limit)
    .flatMap((each) => {
      const variant = variants.get(each.sku);
      return variant ? [{ ...each, variant }] : [];
    });
}

/** Whole days since 1970 where the shop is. */
const dayNumber = (at: Date): number => Date.parse(`${dayIn(at, storeTimeZone)}T00:00:00Z`) / millisecondsOfDay;
