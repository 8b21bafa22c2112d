import { sql } from 'drizzle-orm';
import { remindOfCart } from '#app/use-cases/reminders/remind-of-cart.server.ts';
import { rememberEmail } from '#app/use-cases/cart/remember-email.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { listCartsDue } from '#db/queries/reminders.server.ts';
import { aCart, aShop, depsAt, monday, processDeps, testClock } from '#tests/support/checkout-world.ts';
import { noPayments } from '#tests/support/no-payments.ts';
import { startThrowawayPostgres } from '#tests/support/throwaway-postgres.ts';
import { ensureDatabase } from '#tools/postgres/embedded-server.ts';
import { type Row, measure } from './measure.ts';

const due = 100;

/** What the look for carts to remind of costs beside 1,000 open carts and beside 100,000, of which a hundred are due;
 *  and what one of those costs, from the locks to the owed mail. */
export async function benchReminders(p: { forMs: number }): Promise<Row[]> {
  const server = await startThrowawayPostgres();
  try {
    const rows: Row[] = [];
    for (const carts of [1_000, 100_000]) {
      const name = `bench_reminders_${carts}`;
      await ensureDatabase(server, name);
      await migrate(server.url(name));
      const { db, close } = openDatabase(server.url(name), { connections: 4 });
      await aShop(db, [{ sku: 'ESP-1K', prices: { EUR: '18.00' }, stock: '1000000' }]);
      const clock = testClock(monday);
      const deps = depsAt(processDeps(db, noPayments), clock);
      const left = await aCart(deps, [{ sku: 'ESP-1K', quantity: '1' }]);
      await rememberEmail(deps, { owner: left.owner, email: 'left-0@bench.example', consent: 'notice' });
      await multiply(db, { cartId: left.owner.cartId, carts });
      clock.advance(61);
      const look = () => listCartsDue(db, { at: clock.now(), after: null, limit: 500 });
      const found = await look();
      if (found.length !== due) throw new Error(`${found.length} carts are due, not ${due}`);
      const load = { concurrency: 1, forMs: p.forMs };
      const words = carts === 1_000 ? 'of 1,000' : 'of 100,000';
      rows.push({
        what: `look ${words}`,
        concurrency: 1,
        shop: await measure(load, async () => void (await look())),
        database: null,
      });
      let turn = 0;
      rows.push({
        what: `owe ${words}`,
        concurrency: 1,
        shop: await measure({ ...load, until: () => turn >= due }, async () => {
          const cart = found[turn];
          turn += 1;
          if (cart) await remindOfCart(deps, { cartId: cart.cartId });
        }),
        database: null,
      });
      await close();
    }
    return rows;
  } finally {
    await server.stop();
  }
}

/** The same cart again and again, each of somebody else; all but a hundred are looked at tomorrow. */
async function multiply(
  db: ReturnType<typeof openDatabase>['db'],
  { cartId, carts }: { cartId: string; carts: number },
): Promise<void> {
  await db.execute(sql`insert into carts (id, status, market, currency, locale, email, email_consent, version,
      last_activity_at, reminder_due_at, created_at)
    select gen_random_uuid(), c.status, c.market, c.currency, c.locale, 'left-' || n || '@bench.example',
      c.email_consent, c.version, c.last_activity_at,
      case when n < ${due} then c.reminder_due_at else c.reminder_due_at + interval '1 day' end, c.created_at
    from carts c, generate_series(1, ${carts - 1}::int) n where c.id = ${cartId}`);
  await db.execute(sql`insert into cart_lines (id, cart_id, line, variant_id, quantity, configuration, added_at)
    select gen_random_uuid(), c.id, l.line, l.variant_id, l.quantity, l.configuration, l.added_at
    from carts c, cart_lines l where l.cart_id = ${cartId} and c.id <> ${cartId}`);
  await db.execute(sql`analyze`);
}
