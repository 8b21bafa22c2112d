import type { Idempotency } from './idempotency.ts';
import { expireSession } from './resources/checkout-sessions.ts';
import { settleRefund } from './resources/refunds.ts';
import { type World, nowSeconds } from './world.ts';

const eventsKept = 20_000;
const journalLimitBytes = 192 * 1024 * 1024;

/** What time alone brings about: sessions end, slow refunds are decided, old memories go. */
export async function sweep(world: World, idempotency: Idempotency): Promise<void> {
  const { store } = world;
  const now = nowSeconds();
  const longest = 24 * 60 * 60 + 60;
  for (const session of store.newestFirst('checkout.session')) {
    if (session.created < now - longest) break;
    if (session.status === 'open' && session.expires_at <= now) expireSession(world, session);
  }
  for (const refund of store.newestFirst('refund'))
    if (refund.status === 'pending' && refund.created < now) settleRefund(world, refund);
  let surplus = store.count('event') - eventsKept;
  for (const event of store.oldestFirst('event')) {
    if (surplus-- <= 0) break;
    store.remove('event', event.id);
  }
  idempotency.forgetOld();
  await store.commit();
  store.compactWhenGrown(journalLimitBytes);
}
