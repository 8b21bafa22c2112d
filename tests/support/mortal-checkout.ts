import type { Deps } from '#app/deps.server.ts';
import { makePayments, makeStripe } from '#app/integrations/stripe/client.server.ts';
import type { Payments } from '#app/integrations/stripe/payments.ts';
import { settlePayment } from '#app/use-cases/checkout/settle-payment.server.ts';
import { startPayment } from '#app/use-cases/checkout/start-payment.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { checkoutOf, depsAt, processDeps, testClock, visitor } from './checkout-world.ts';
import { pay } from './payment-page.ts';

/** A shop that dies without a word (kill -9) at its n-th step between the checkout and the order. A step is a statement
 *  sent or a call to the provider, so that every n is another moment. Prints what the buyer's browser gets to see. */
const [url = '', port = '0', secretKey = '', cartId = '', dieAt = '0'] = process.argv.slice(2);
let steps = 0;
const step = () => {
  steps += 1;
  if (steps === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
};

const { db, close } = openDatabase(url, { connections: 2, onStatement: step });
const real = makePayments(makeStripe({ secretKey, host: '127.0.0.1', port: Number(port), protocol: 'http' }), [
  'whsec',
]);
const mortal = new Proxy(real, {
  get(target, name: keyof Payments) {
    const call = target[name] as (...given: unknown[]) => unknown;
    return async (...given: unknown[]) => {
      step();
      const answer = await call(...given);
      step();
      return answer;
    };
  },
});
const deps: Deps = depsAt(processDeps(db, mortal), testClock());
const buyer = visitor();
const started = await startPayment(deps, checkoutOf({ ...buyer, owner: { ...buyer.owner, cartId } }));
if (!started.ok || started.value.kind !== 'redirect') throw new Error('the checkout was refused');
console.log(JSON.stringify({ page: started.value.url }));
await pay(started.value.url, { number: '4242424242424242' });
await settlePayment(deps, { paymentId: started.value.paymentId, via: 'return' });
console.log(JSON.stringify({ steps }));
await close();
