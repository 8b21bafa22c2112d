import { declines } from '../cards.ts';
import type { World } from '../world.ts';
import { attemptPayment, declinePayment } from './attempt-payment.ts';
import { failSetup, finishSetup } from './attempt-setup.ts';
import { type Authentication, waitingIntent } from './authentications.ts';

/** Doing it twice does it once: the second time nothing waits any more. */
export function settleAuthentication(world: World, page: Authentication, passed: boolean): void {
  const waiting = waitingIntent(world, page);
  if (!waiting) return;
  world.store.put('authentication', { ...page, outcome: passed ? 'passed' : 'failed' });
  const method = world.store.find('payment_method', page.method);
  if (waiting.object === 'setup_intent') {
    if (passed) finishSetup(world, waiting, method);
    else
      failSetup(world, waiting, method, {
        ...declines.authentication_failed,
        code: 'setup_intent_authentication_failure',
      });
    return;
  }
  const attempt = { method, offSession: false, returnUrl: page.returnUrl, authenticated: true, session: page.session };
  if (passed) attemptPayment(world, waiting, attempt);
  else declinePayment(world, waiting, { ...attempt, authenticated: false }, declines.authentication_failed);
}
