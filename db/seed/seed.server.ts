import { sql } from 'drizzle-orm';
import type { Deps } from '#app/deps.server.ts';
import { countBoughtTogether } from '#app/use-cases/catalog/count-bought-together.server.ts';
import { seedCatalog } from './catalog.server';
import { seedCompanies } from './companies.server';
import { seedLeftCart } from './left-cart.server';
import { seedPastOrders } from './past-orders.server';
import { seedPasswords, seedPeople } from './people.server';
import { seedPurchaseOrders } from './purchase-orders.server';
import { seedQuotes } from './quotes.server';
import { seedReviews } from './reviews.server';
import { seedBuyerPrices, seedStandardPrices } from './standard-prices.server';
import { seedStandingOrder } from './standing-orders.server';
import { seedWaitingPriceList } from './waiting-price-list.server';

const day = 24 * 60 * 60 * 1000;

/** Fills an empty database with the demo shop, dated from this first start. Does nothing where there is a product:
 *  it runs in one process that holds the data folder. `say` hears what is being done. */
export async function seed(deps: Deps, say: (line: string) => void): Promise<boolean> {
  const [row] = await deps.db.execute<{ filled: boolean }>(sql`select exists (select 1 from products) as filled`);
  if (row?.filled) return false;
  const yearAgo: Deps = { ...deps, now: () => new Date(deps.now().getTime() - 400 * day) };
  say('products');
  await seedCatalog(deps);
  say('prices');
  await seedStandardPrices(yearAgo);
  say('people and companies');
  await seedPeople(yearAgo);
  await seedCompanies(yearAgo, deps.now());
  await seedBuyerPrices(deps);
  await seedWaitingPriceList(deps);
  await seedPasswords(yearAgo);
  await seedLeftCart(deps);
  say('a year of orders');
  await seedReviews(deps, await seedPastOrders(deps));
  await countBoughtTogether(deps);
  say('quotes');
  await seedQuotes(deps);
  say('purchase orders');
  await seedPurchaseOrders(deps);
  await seedStandingOrder(deps);
  return true;
}
