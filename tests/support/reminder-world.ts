import { type Deps, type ProcessDeps, depsForRequest } from '#app/deps.server.ts';
import type { Mailer } from '#app/integrations/mailer/mailer.server.ts';
import { rememberEmail } from '#app/use-cases/cart/remember-email.server.ts';
import type { Db } from '#db/client.server.ts';
import { aCart, aShop, processDeps, visitor } from './checkout-world.ts';
import { testDatabase } from './database.ts';
import { noPayments } from './no-payments.ts';

export type ReminderPlace = {
  db: Db;
  url: string;
  process: ProcessDeps;
  variantId: string;
  deps: () => Promise<Deps>;
  /** A guest puts one thing into a cart and types an address at checkout, now. */
  leaveCart: (email: string, locale?: string) => Promise<Awaited<ReturnType<typeof aCart>>>;
};

/** A shop on the wall's clock plus the offset of its own row, as it runs. */
export async function aReminderPlace(p: { mailer?: Mailer } = {}): Promise<ReminderPlace> {
  const { db, url } = await testDatabase({ connections: 6 });
  const process: ProcessDeps = { ...processDeps(db, noPayments), ...(p.mailer && { mailer: p.mailer }) };
  const sold = [
    { sku: 'ESP-1K', prices: { EUR: '18.00' }, stock: '10000', weightGrams: 1050 },
    { sku: 'CUP', prices: { EUR: '8.394958' }, stock: '10000', taxClass: 'standard' },
  ];
  const ids = await aShop(db, sold, {
    from: new Date('2026-01-01T00:00:00Z'),
  });
  const deps = () => depsForRequest(process);
  return {
    db,
    url,
    process,
    variantId: ids.get('ESP-1K') ?? '',
    deps,
    async leaveCart(email, locale = 'en') {
      const now = await deps();
      const buyer = await aCart(now, [{ sku: 'ESP-1K', quantity: '1' }], { ...visitor(), locale });
      await rememberEmail(now, { owner: buyer.owner, email, consent: 'notice' });
      return buyer;
    },
  };
}
