import type { Deps } from '#app/deps.server.ts';
import { replaceBoughtTogether } from '#db/queries/bought-together.server.ts';

const day = 24 * 60 * 60_000;

/** What product pages call "often bought together": from half a year of orders, and of at least three buyers. */
export async function countBoughtTogether({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  const since = new Date(now().getTime() - 182 * day);
  await db.transaction((tx) => replaceBoughtTogether(tx, { since, mostProducts: 20, leastBuyers: 3, perProduct: 4 }));
}
