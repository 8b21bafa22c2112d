import { describe, expect, test } from 'vitest';
import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { personId } from '#app/domain/access/ids.ts';
import { money } from '#app/domain/money/money.ts';
import type { Payments } from '#app/integrations/stripe/payments.ts';
import { applyCode } from '#app/use-cases/cart/apply-code.server.ts';
import { settlePayment } from '#app/use-cases/checkout/settle-payment.server.ts';
import { startPayment } from '#app/use-cases/checkout/start-payment.server.ts';
import { type CodeToMake, endCode, makeCode } from '#app/use-cases/discounts/keep-code.server.ts';
import { createUser } from '#app/use-cases/identity/create-user.server.ts';
import { listDiscountCodes } from '#db/queries/discount-codes.server.ts';
import { orderLines, orders } from '#db/schema/orders.ts';
import { aCart, aShop, checkoutOf, depsAt, payableOf, processDeps, testClock } from '#tests/support/checkout-world.ts';
import { noPayments } from '#tests/support/no-payments.ts';
import { testDatabase } from '#tests/support/database.ts';

async function aPlace() {
  const { db } = await testDatabase();
  let pages = 0;
  const amounts = new Map<string, bigint>();
  const standing = { paid: true };
  const payments: Payments = Object.assign(Object.create(noPayments) as Payments, {
    openCheckout: async (asked: { amount?: unknown }) => {
      pages += 1;
      void asked;
      return { sessionId: `cs_${pages}`, url: 'https://pay.example/' };
    },
    expireCheckout: async () => undefined,
    readCheckout: async (sessionId: string) => ({
      sessionId,
      status: standing.paid ? 'paid' : 'expired',
      paymentIntentId: `pi_${sessionId}`,
      amount: money(amounts.get('next') ?? 0n, 'EUR'),
      customerId: null,
      savedPaymentMethodId: null,
      paymentStatus: standing.paid ? 'paid' : 'unpaid',
      email: null,
      orderRef: null,
    }),
  });
  const clock = testClock();
  const deps = depsAt(processDeps(db, payments), clock);
  await aShop(db, [
    { sku: 'A', prices: { EUR: '10.00' }, stock: '1000' },
    { sku: 'B', prices: { EUR: '3.33' }, stock: '1000' },
  ]);
  const { personId: id } = await createUser(deps, {
    email: 'admin@tradepost.example',
    name: 'Ada',
    password: 'a password long enough',
    staffRole: 'admin',
    via: 'test',
  });
  const person = personId(id);
  const actor: StaffActor = {
    person,
    via: 'page',
    member: null,
    standsInFor: null,
    staff: { person, roles: ['admin'] },
  };
  return { db, deps, actor, clock, amounts, standing };
}

const code = (name: string, more: Partial<CodeToMake> = {}): CodeToMake => ({
  code: name,
  percentOff: '10',
  amountOff: null,
  startsAt: null,
  expiresAt: null,
  mostUses: null,
  mostUsesPerPerson: null,
  minimum: {},
  products: [],
  isForFirstOrder: false,
  ...more,
});
const use = async (deps: Deps, buyer: Awaited<ReturnType<typeof aCart>>, typed: string, clientIp = '192.0.2.1') =>
  applyCode(deps, { owner: buyer.owner, code: typed, clientIp });

describe('a code in the cart', () => {
  test('takes its share off every line, to the cent, and the order keeps it', async () => {
    const { db, deps, actor, amounts } = await aPlace();
    await makeCode(deps, { actor, code: code('TEN-OFF') });
    expect(await makeCode(deps, { actor, code: code('ten off') })).toMatchObject({ code: 'code_twice' });
    const buyer = await aCart(deps, [
      { sku: 'A', quantity: '1' },
      { sku: 'B', quantity: '1' },
    ]);
    const before = await payableOf(deps, buyer);
    expect(await use(deps, buyer, 'nope')).toMatchObject({ code: 'code_unknown' });
    expect(await use(deps, buyer, 'Ten Off')).toMatchObject({ ok: true });
    const after = await payableOf(deps, buyer);
    expect(after).toBeLessThan(before);
    amounts.set('next', after);
    const started = await startPayment(deps, checkoutOf(buyer));
    if (!started.ok || started.value.kind !== 'redirect') throw new Error('the payment was refused');
    await settlePayment(deps, { paymentId: started.value.paymentId, via: 'return' });
    const [order] = await db.select().from(orders);
    const lines = await db.select().from(orderLines).orderBy(orderLines.line);
    expect(order).toMatchObject({ status: 'paid', discountCode: 'TEN-OFF', discountMinor: 133n, payableMinor: after });
    expect(order?.discountShownMinor).toBeGreaterThan(133n);
    expect(lines.map(({ discountMinor }) => discountMinor)).toEqual([100n, 33n]);
    expect((await listDiscountCodes(db, { words: 'ten', after: null, limit: 5 })).map(({ uses }) => uses)).toEqual([1]);
  });

  test('thirty buyers at once take a code with five uses exactly five times; who lapses gives it back', async () => {
    const { db, deps, actor, clock, standing } = await aPlace();
    await makeCode(deps, { actor, code: code('FIVE', { mostUses: 5 }) });
    const buyers = [];
    for (let at = 0; at < 30; at += 1) {
      const buyer = await aCart(deps, [{ sku: 'A', quantity: '1' }]);
      expect(await use(deps, buyer, 'FIVE', `192.0.2.${at}`)).toMatchObject({ ok: true });
      buyers.push(buyer);
    }
    const starts = await Promise.all(buyers.map((buyer) => startPayment(deps, checkoutOf(buyer))));
    const took = starts.filter((start) => start.ok);
    expect(took).toHaveLength(5);
    const refusals = new Set(starts.flatMap((start) => (start.ok ? [] : [start.code])));
    expect([...refusals]).toEqual(['code_used_up']);
    const used = async () => (await listDiscountCodes(db, { words: '', after: null, limit: 5 }))[0]?.uses;
    expect(await used()).toBe(5);

    standing.paid = false;
    clock.advance(20);
    const [first] = took;
    if (!first?.ok || first.value.kind !== 'redirect') throw new Error('nobody got it');
    await settlePayment(deps, { paymentId: first.value.paymentId, via: 'sweep', isOver: true });
    expect(await used()).toBe(4);
  });

  test('guessing is slow, an ended code takes nothing, and a code can be taken out again', async () => {
    const { deps, actor } = await aPlace();
    const made = await makeCode(deps, { actor, code: code('SUM', { percentOff: null, amountOff: { EUR: '4.00' } }) });
    const buyer = await aCart(deps, [{ sku: 'A', quantity: '1' }]);
    const whole = await payableOf(deps, buyer);
    await use(deps, buyer, 'sum');
    const less = await payableOf(deps, buyer);
    expect(less).toBeLessThan(whole);
    await endCode(deps, { actor, id: made.ok ? made.value.id : '' });
    expect(await payableOf(deps, buyer)).toBe(whole);
    expect(await use(deps, buyer, 'sum')).toMatchObject({ code: 'code_over' });
    expect(await use(deps, buyer, '')).toMatchObject({ ok: true });
    for (let at = 0; at < 10; at += 1) await use(deps, buyer, `GUESS-${at}`, '198.51.100.9');
    expect(await use(deps, buyer, 'GUESS', '198.51.100.9')).toMatchObject({ code: 'rate_limited' });
  });
});
