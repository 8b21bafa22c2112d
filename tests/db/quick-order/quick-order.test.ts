import { beforeAll, describe, expect, test } from 'vitest';
import type { MemberActor } from '#app/domain/access/actor.ts';
import { companyId, personId, unitId } from '#app/domain/access/ids.ts';
import type { Deps } from '#app/deps.server.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { checkQuickOrder } from '#app/use-cases/quick-order/check-quick-order.server.ts';
import { forgetPartNumber, keepPartNumbers } from '#app/use-cases/quick-order/keep-part-numbers.server.ts';
import { orderQuickly } from '#app/use-cases/quick-order/order-quickly.server.ts';
import { type Db, openDatabase } from '#db/client.server.ts';
import { findOpenCart, readPlainLines } from '#db/queries/carts.server.ts';
import { listPartNumbers } from '#db/queries/part-numbers.server.ts';
import { aShop, depsAt, processDeps, testClock } from '#tests/support/checkout-world.ts';
import { noPayments } from '#tests/support/no-payments.ts';
import { testDatabase } from '#tests/support/database.ts';
import { quoteWorld } from '#tests/support/quote-world.ts';
import { findOrderingCompany } from '#db/queries/ordering-companies.server.ts';

const guest = (cartId: string | null = null) => ({
  owner: { cartId, personId: null, unitId: null },
  companyId: null,
  market: 'DE',
  currency: 'EUR' as const,
  locale: 'en' as const,
  email: null,
});

describe('what becomes of each row', () => {
  let deps: Deps;
  beforeAll(async () => {
    const { db } = await testDatabase();
    deps = depsAt(processDeps(db, noPayments), testClock());
    await aShop(db, [
      { sku: 'ESP-1K', prices: { EUR: '18.00' }, stock: '100' },
      { sku: 'CUP-6', prices: { EUR: '4.50' }, stock: '100', minQuantity: '6' },
      { sku: 'USD-ONLY', prices: { USD: '9.00' }, stock: '100' },
    ]);
  });

  test('good, unknown, no quantity, below the minimum, not sold here', async () => {
    const text = 'ESP-1K\t12\nNOPE\t1\nesp1k\tmany\nCUP-6\t2\nUSD-ONLY\t1\nESP-1K\t2 kg';
    const checked = await checkQuickOrder(deps, { text, buyer: null, currency: 'EUR' });
    if (!checked.ok) throw new Error(checked.code);
    expect(
      checked.value.map(({ row, sku, problem, lineTotal, nearest }) => [
        row,
        sku,
        problem ?? String(lineTotal?.minor),
        nearest && toDecimalString(nearest, 6),
      ]),
    ).toEqual([
      [1, 'ESP-1K', '21600', null],
      [2, null, 'unknown_article', null],
      [3, 'ESP-1K', 'not_a_quantity', null],
      [4, 'CUP-6', 'below_minimum', '6'],
      [5, 'USD-ONLY', 'not_sold', null],
      [6, 'ESP-1K', 'other_unit', null],
    ]);
  });

  test('what can be ordered goes into the cart at once, rows of one article as one line; the rest is answered', async () => {
    const ordered = await orderQuickly(deps, { buyer: guest(), text: 'ESP-1K 12\nNOPE 1\nESP-1K 3\nCUP-6 6' });
    if (!ordered.ok) throw new Error(ordered.code);
    expect(ordered.value).toMatchObject({ added: 3, left: [{ code: 'NOPE', quantityText: '1' }] });
    const cart = await findOpenCart(deps.db, { owner: guest(ordered.value.cartId).owner });
    const lines = await readPlainLines(deps.db, { cartId: cart?.id ?? '' });
    expect(lines.map(({ line, quantity }) => [line, quantity])).toEqual([
      [1, '15.000000'],
      [2, '6.000000'],
    ]);
    const again = await orderQuickly(deps, { buyer: guest(ordered.value.cartId), text: 'CUP-6 6' });
    expect(again).toMatchObject({ ok: true, value: { cartId: ordered.value.cartId } });
    expect(await orderQuickly(deps, { buyer: guest(), text: 'NOPE 1' })).toMatchObject({ code: 'nothing_to_order' });
    const tooMany = Array.from({ length: 5_002 }, () => 'ESP-1K 1').join('\n');
    expect(await orderQuickly(deps, { buyer: guest(), text: tooMany })).toMatchObject({ code: 'too_many_rows' });
  });
});

test('five thousand rows take no more statements than ten', async () => {
  const { url } = await testDatabase();
  let sent = 0;
  const { db, close } = openDatabase(url, { connections: 1, onStatement: () => (sent += 1) });
  const deps = depsAt(processDeps(db, noPayments), testClock());
  const skus = Array.from({ length: 50 }, (_, at) => `SKU-${at}`);
  await aShop(
    db,
    skus.map((sku) => ({ sku, prices: { EUR: '2.00' }, stock: '1000000' })),
  );
  const count = async (rows: number) => {
    sent = 0;
    const text = Array.from({ length: rows }, (_, at) => `SKU-${at % 50}\t1`).join('\n');
    const ordered = await orderQuickly(deps, { buyer: guest(), text });
    expect(ordered).toMatchObject({ ok: true, value: { added: rows, left: [] } });
    return sent;
  };
  const ten = await count(10);
  expect(await count(5_000)).toBe(ten);
  await close();
});

describe('a company’s own part numbers', () => {
  const actorFor = async (db: Db): Promise<MemberActor> => {
    const company = await findOrderingCompany(db, { slug: 'harbour-hotels', unitSlug: 'pier-9' });
    if (!company) throw new Error('the company is not there');
    const [id, unit] = [companyId(company.id), unitId(company.unitId)];
    const person = personId(company.id);
    const member = { company: id, person, roles: [{ role: 'buyer' as const, unit }], units: new Map([[unit, null]]) };
    return { person, via: 'page', member, standsInFor: null, staff: null } as unknown as MemberActor;
  };

  test('are kept, named again, understood by that company alone, and forgotten', async () => {
    const { db } = await testDatabase();
    const { deps } = await quoteWorld(db);
    const actor = await actorFor(db);
    const text = 'our number;your number\nKA-1;ESP-1K\nKA 2;ESP-1K\nKA-3;NOPE';
    expect(await keepPartNumbers(deps, { actor, text })).toMatchObject({
      value: { kept: 2, unknown: [{ row: 4, code: 'KA-3', sku: 'NOPE' }] },
    });
    await keepPartNumbers(deps, { actor, text: 'ka-2;ESP-250' });
    const { company } = actor.member;
    const kept = await listPartNumbers(db, { companyId: company, after: null, limit: 9 });
    expect(kept.map(({ code, sku }) => [code, sku])).toEqual([
      ['KA-1', 'ESP-1K'],
      ['ka-2', 'ESP-250'],
    ]);
    const found = async (buyer: { companyId: string; unitId: string } | null) => {
      const checked = await checkQuickOrder(deps, { text: 'KA 1\t2', buyer, currency: 'EUR' });
      return checked.ok ? checked.value.map(({ sku }) => sku) : checked.code;
    };
    expect(await found({ companyId: company, unitId: actor.member.roles[0]?.unit ?? '' })).toEqual(['ESP-1K']);
    expect(await found(null)).toEqual([null]);
    const other = await findOrderingCompany(db, { slug: 'elsewhere', unitSlug: null });
    expect(await found({ companyId: other?.id ?? '', unitId: other?.unitId ?? '' })).toEqual([null]);
    await forgetPartNumber(deps, { actor, code: 'ka1' });
    expect(await listPartNumbers(db, { companyId: company, after: null, limit: 9 })).toHaveLength(1);
  });
});
