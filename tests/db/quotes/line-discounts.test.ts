import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { personId } from '#app/domain/access/ids.ts';
import { storeScope } from '#app/domain/access/company-scope.ts';
import { judgementOf } from '#app/http/seller-quote-view.server.ts';
import { offerQuote } from '#app/use-cases/quotes/offer-quote.server.ts';
import { findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import { findSellerQuote } from '#db/queries/quotes.server.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { testDatabase } from '#tests/support/database.ts';
import { people, quoteWorld } from '#tests/support/quote-world.ts';

const { db } = await testDatabase({ connections: 4 });
const world = await quoteWorld(db);
const rep = async (): Promise<StaffActor> => {
  const person = personId((await findPersonByEmail(db, { email: people.rep }))?.id ?? '');
  const staff = { person, roles: ['rep' as const] };
  return { person, via: 'test', member: null, standsInFor: null, staff };
};

describe('discounts on lines and on the rest', () => {
  const typed = {
    lines: [
      { line: 1, unitPrice: '17.90', discountPercent: '10' },
      { line: 2, unitPrice: '5.99' },
    ],
    restPercent: '5',
  };
  const around = { validUntil: new Date('2027-02-01T00:00:00Z'), partAcceptance: false, template: null };
  const offer = { ...around, terms: null, freight: null, message: '' };

  test('what the editor says while they are typed is what the offer costs', async () => {
    const id = await world.requested();
    const actor = await rep();
    const quote = await findSellerQuote(db, { seller: { scope: storeScope(), person: '' }, id });
    const judged = await judgementOf(world.deps, { quote: quote!, staff: actor.staff, formats: 'en-GB', typed });
    expect(judged).toMatchObject({ isWithin: true, total: '€1,029.00' });
    expect(judged?.lines).toMatchObject([
      { line: 1, price: '16.20', discount: '10' },
      { line: 2, price: '5.70', discount: '5' },
    ]);
    expect(await offerQuote(world.deps, { actor, id, offer: { ...offer, ...typed } })).toMatchObject({ ok: true });
    expect(await world.seen(id)).toMatchObject({
      total: { amount: '1029.00' },
      lines: [{ unit_price: '16.20' }, { unit_price: '5.70' }],
    });
  });

  test('a locked line keeps its price', async () => {
    const id = await world.requested();
    const lines = [{ ...typed.lines[0]! }, { ...typed.lines[1]!, isLocked: true }];
    await offerQuote(world.deps, { actor: await rep(), id, offer: { ...offer, ...typed, lines } });
    expect(await world.seen(id)).toMatchObject({ lines: [{ unit_price: '16.20' }, { unit_price: '5.99' }] });
  });

  test('a discount beyond the limit goes to the manager like any price', async () => {
    const id = await world.requested();
    const done = await offerQuote(world.deps, {
      actor: await rep(),
      id,
      offer: { ...offer, ...typed, restPercent: '16' },
    });
    expect(done).toMatchObject({ ok: true, value: { status: 'awaiting_approval' } });
  });
});

test('a configured line costs at acceptance what it was offered at, whatever its modules cost by then', async () => {
  const plan = (price: string) =>
    world.api('PUT', '/products/house-espresso', {
      title: 'House Espresso',
      variants: [{ sku: 'ESP-1K', options: { Size: '1 kg' } }],
      modules: [
        {
          code: 'grind',
          title: 'Ground',
          pricing: 'per_unit',
          quantity: 'line',
          billed: 'once',
          price: { EUR: price },
        },
      ],
    });
  expect((await plan('1.00')).status).toBeLessThan(300);
  const line = { sku: 'ESP-1K', quantity: '10', modules: [{ code: 'grind' }] };
  const id = await world.requested({ lines: [line] });
  await world.offer(id, '', { lines: [{ sku: 'ESP-1K', quantity: '10', unit_price: '16.00' }] });
  const before = await world.seen(id);
  expect(before).toMatchObject({ total: { amount: '170.00' } });
  await plan('3.00');
  const accepted = await world.accept(id, 1);
  expect((await world.api('GET', `/orders/${accepted.body.order}`)).body).toMatchObject({ total: before.total });
  await plan('1.00');
});

test('a request of somebody’s portfolio whose rep has left is told to nobody who may not see it', async () => {
  await world.putCompany('orphaned', { rep: people.rep2 });
  const { staff } = await import('#db/schema/identity.ts');
  const gone = (await findPersonByEmail(db, { email: people.rep2 }))?.id ?? '';
  await db.update(staff).set({ isActive: false }).where(eq(staff.personId, gone));
  const id = await world.requested({ company: 'orphaned' });
  const told = await db.select({ key: outboxEmails.key, to: outboxEmails.recipient }).from(outboxEmails);
  expect(told.filter(({ key }) => key.includes(id)).map(({ to }) => to)).toEqual([people.manager]);
  await db.update(staff).set({ isActive: true }).where(eq(staff.personId, gone));
});
