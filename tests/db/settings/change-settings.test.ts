import { describe, expect, test } from 'vitest';
import { personId } from '#app/domain/access/ids.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { firstMarkets } from '#app/domain/checkout/markets.ts';
import { type EmailName, emailProps } from '#app/jobs/emails.ts';
import { renderEmail, wordsOfEmail } from '#app/jobs/render-email.server.ts';
import { sampleEmailProps } from '#app/jobs/sample-email.server.ts';
import { changeSettings, restoreSettings } from '#app/use-cases/settings/change-settings.server.ts';
import { createUser } from '#app/use-cases/identity/create-user.server.ts';
import { priceCart } from '#app/use-cases/cart/price-cart.server.ts';
import { findOpenCart } from '#db/queries/carts.server.ts';
import { listSettingsChanges, readSettings } from '#db/queries/settings.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { aCart, aShop, depsAt, processDeps, testClock } from '#tests/support/checkout-world.ts';
import { noPayments } from '#tests/support/no-payments.ts';
import { testDatabase } from '#tests/support/database.ts';

async function aPlace() {
  const { db } = await testDatabase();
  const deps = depsAt(processDeps(db, noPayments), testClock());
  await aShop(db, [{ sku: 'ESP-1K', prices: { EUR: '18.00' }, stock: '100' }]);
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
  return { db, deps, actor };
}

const whole = (document: unknown) => document;

describe('settings count from the moment they are saved', () => {
  test('a dearer way to ship and another rate are in the next look at the cart', async () => {
    const { db, deps, actor } = await aPlace();
    const buyer = await aCart(deps, [{ sku: 'ESP-1K', quantity: '1' }]);
    const look = async () => {
      const cart = await findOpenCart(db, { owner: buyer.owner });
      if (!cart) throw new Error('the cart is gone');
      const { totals } = await priceCart(db, { cart, at: deps.now(), country: 'DE', postalCode: '10117' });
      return { freight: totals.freight.minor, tax: totals.tax.minor };
    };
    const before = await look();
    await changeSettings(deps, {
      actor,
      kind: 'shipping',
      base: 0,
      part: whole,
      change: (methods) =>
        methods.map((method) => ({ ...method, bands: [{ upToGrams: null, netPrice: { EUR: '7.77' } }] })),
    });
    await changeSettings(deps, {
      actor,
      kind: 'tax',
      base: 0,
      part: whole,
      change: (tax) => ({ ...tax, rates: { ...tax.rates, DE: [['0000-01-01', '50', '50', null]] } }),
    });
    const after = await look();
    expect(after.freight).toBe(777n);
    // 18.00 and 7.77 with half on top: 9.00 and 3.89, each line rounded.
    expect(after.tax).toBe(1289n);
    expect(after).not.toEqual(before);
    await restoreSettings(deps, { actor, kind: 'shipping', base: 1, number: 0 });
    await restoreSettings(deps, { actor, kind: 'tax', base: 1, number: 0 });
    expect(await look()).toEqual(before);
    expect(
      (await listSettingsChanges(db, { kind: 'tax', limit: 9 })).map(({ number, restores, changedBy }) => [
        number,
        restores,
        changedBy,
      ]),
    ).toEqual([
      [2, 0, 'Ada'],
      [1, null, 'Ada'],
    ]);
  });

  test('two at once on different parts are both kept; on the same part the second is told', async () => {
    const { db, deps, actor } = await aPlace();
    const setDays = (code: string, base: number, returnDays: number) =>
      changeSettings(deps, {
        actor,
        kind: 'markets',
        base,
        part: (markets) => markets.find((market) => market.code === code),
        change: ([first, ...rest]) => {
          const set = <M extends { code: string }>(market: M) =>
            market.code === code ? { ...market, returnDays } : market;
          return [set(first), ...rest.map(set)];
        },
      });
    expect(await setDays('DE', 0, 14)).toMatchObject({ ok: true, value: { number: 1 } });
    expect(await setDays('GB', 0, 60)).toMatchObject({ ok: true, value: { number: 2 } });
    expect(await setDays('DE', 0, 7)).toMatchObject({ ok: false, code: 'stale_revision' });
    const { markets } = await readShopRules(db);
    expect(markets.map(({ code, returnDays }) => [code, returnDays])).toEqual([
      ['DE', 14],
      ['GB', 60],
      ['US', 30],
      ['JP', 30],
    ]);

    const racing = await Promise.all([1, 2, 3, 4].map((days) => setDays('US', 2, days)));
    expect(racing.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await readSettings(db, { kind: 'markets' })).number).toBe(3);
  });

  test('a document that cannot be used is refused whole', async () => {
    const { db, deps, actor } = await aPlace();
    const [own] = firstMarkets;
    const outcome = await changeSettings(deps, {
      actor,
      kind: 'markets',
      base: 0,
      part: whole,
      change: () => [{ ...own, isOpen: false }],
    });
    expect(outcome).toMatchObject({ ok: false, code: 'own_market_closed' });
    expect(await restoreSettings(deps, { actor, kind: 'markets', base: 0, number: 7 })).toMatchObject({
      code: 'not_found',
    });
    expect((await readShopRules(db)).markets).toEqual(firstMarkets);
  });
});

describe('mails in the owner’s words', () => {
  test.each(Object.keys(emailProps) as EmailName[])('%s can be shown with made-up values', async (mail) => {
    const props = sampleEmailProps(mail, { origin: 'http://localhost:3000', variant: 0 });
    expect(emailProps[mail].safeParse(props).error).toBeUndefined();
    const keys = await wordsOfEmail(mail, 'http://localhost:3000');
    expect(keys.length).toBeGreaterThan(1);
    const { text } = await renderEmail({ template: mail, locale: 'en', props });
    expect(text).not.toBe('');
  });

  test('a changed subject is what is sent, in its language alone', async () => {
    const props = sampleEmailProps('order-shipped', { origin: 'http://localhost:3000', variant: 0 });
    const changed = {
      en: { orderShippedSubject: 'Off it goes: {number}', orderPartlyShippedSubject: 'Off: {number}' },
    };
    const english = await renderEmail({ template: 'order-shipped', locale: 'en', props }, changed);
    const german = await renderEmail({ template: 'order-shipped', locale: 'de', props }, changed);
    expect(english.subject).toBe('Off it goes: K7M2-4QX9');
    expect(german.subject).not.toContain('Off');
  });
});
