import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { MemberActor, StaffActor } from '#app/domain/access/actor.ts';
import { salesScope } from '#app/domain/access/company-scope.ts';
import { personId } from '#app/domain/access/ids.ts';
import type { CartBuyer } from '#app/use-cases/cart/cart-buyer.ts';
import { saveCompanySettings } from '#app/use-cases/companies/save-company-settings.server.ts';
import { requestQuote } from '#app/use-cases/quotes/request-quote.server.ts';
import { remindOfCart } from '#app/use-cases/reminders/remind-of-cart.server.ts';
import { changeSettings } from '#app/use-cases/settings/change-settings.server.ts';
import { withdrawQuote } from '#app/use-cases/quotes/close-quote.server.ts';
import { salesDesk } from '#app/http/sales-desk.server.ts';
import { findMember } from '#db/queries/memberships.server.ts';
import { findOrderingCompany, findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { cartLines } from '#db/schema/carts.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { aCart } from '#tests/support/checkout-world.ts';
import { testDatabase } from '#tests/support/database.ts';
import { people, quoteWorld } from '#tests/support/quote-world.ts';

const { db } = await testDatabase({ connections: 4 });
const world = await quoteWorld(db);
const { deps } = world;
const { hours } = await readShopRules(db);

const memberOf = async (email: string): Promise<MemberActor> => {
  const company = await findOrderingCompany(db, { slug: 'harbour-hotels', unitSlug: null });
  const person = await findPersonByEmail(db, { email });
  const found = company && person && (await findMember(db, { companyId: company.id, personId: person.id }));
  if (!person || !found) throw new Error(email);
  return { person: personId(person.id), via: 'test', member: found.member, standsInFor: null, staff: null };
};
const seller = async (email: string): Promise<StaffActor> => {
  const person = personId((await findPersonByEmail(db, { email }))?.id ?? '');
  return { person, via: 'test', member: null, standsInFor: null, staff: { person, roles: ['rep'] } };
};
const cartsOnDeskOf = async (email: string) => {
  const actor = await seller(email);
  const filters = { words: '', portfolio: '' };
  return (await salesDesk(deps, { actor, scope: salesScope(actor.staff), filters, hours, formats: 'en-GB' })).carts;
};
const mails = async () =>
  (await db.select().from(outboxEmails).where(eq(outboxEmails.template, 'cart-reminder'))).map(
    ({ recipient }) => recipient,
  );

let cartId = '';
beforeAll(async () => {
  const company = await findOrderingCompany(db, { slug: 'harbour-hotels', unitSlug: 'pier-9' });
  const ana = await memberOf(people.buyer);
  if (!company) throw new Error('no company');
  const buyer: CartBuyer = {
    owner: { cartId: null, personId: ana.person, unitId: company.unitId },
    companyId: company.id,
    market: 'DE',
    currency: 'EUR',
    locale: 'en',
    email: people.buyer,
  };
  cartId = (await aCart(deps, [{ sku: 'ESP-1K', quantity: '12' }], buyer)).owner.cartId;
});

test('a company’s cart shows on its rep’s desk after the hour, and nobody is written to', async () => {
  world.moveTo('2027-01-15T09:59:00.000Z');
  expect(await cartsOnDeskOf(people.rep)).toEqual([]);
  world.moveTo('2027-01-15T10:00:00.000Z');
  await db.update(cartLines).set({ seenLineTotalMinor: 21_600n }).where(eq(cartLines.cartId, cartId));
  expect(await cartsOnDeskOf(people.rep)).toMatchObject([
    { company: { slug: 'harbour-hotels' }, buyer: 'Ana', lines: 1, worth: '€216.00' },
  ]);
  expect(await cartsOnDeskOf(people.rep2)).toEqual([]);
  await remindOfCart(deps, { cartId });
  expect(await mails()).toEqual([]);
});

test('an open quote of the cart silences both; once it is over, both speak', async () => {
  const ana = await memberOf(people.buyer);
  const company = await findOrderingCompany(db, { slug: 'harbour-hotels', unitSlug: 'pier-9' });
  if (!company) throw new Error('no company');
  const lines = [{ sku: 'ESP-1K', quantity: '12', configuration: {} }];
  const asked = await requestQuote(deps, { actor: ana, wanted: { company, currency: 'EUR', cartId, lines } });
  if (!asked.ok) throw new Error(asked.code);
  const admin = await memberOf('admin@harbour.example');
  expect(await saveCompanySettings(deps, { actor: ana, wishes: { remindsItsBuyers: true } })).toMatchObject({
    code: 'forbidden',
  });
  expect(await saveCompanySettings(deps, { actor: admin, wishes: { remindsItsBuyers: true } })).toMatchObject({
    ok: true,
  });
  expect(await cartsOnDeskOf(people.rep)).toEqual([]);
  await remindOfCart(deps, { cartId });
  expect(await mails()).toEqual([]);

  await withdrawQuote(deps, { actor: ana, id: asked.value.id, reason: '' });
  expect(await cartsOnDeskOf(people.rep)).toHaveLength(1);
  await remindOfCart(deps, { cartId });
  expect(await mails()).toEqual([people.buyer]);
  world.moveTo('2027-01-18T09:00:00.000Z');
  await remindOfCart(deps, { cartId });
  expect(await mails()).toEqual([people.buyer]);
});

test('the desk waits as long as the store set for the first reminder', async () => {
  const actor = await seller(people.rep);
  const after = (minutes: number) =>
    changeSettings(deps, {
      actor,
      kind: 'reminders',
      base: 0,
      part: (series) => series,
      change: (series) => ({ ...series, afterMinutes: [minutes, 12_000, 15_000] }),
    });
  expect(await after(10)).toMatchObject({ code: 'delay_out_of_range' });
  expect(await after(11_000)).toMatchObject({ ok: true });
  expect(await after(9_000)).toMatchObject({ code: 'stale_revision' });
  expect(await cartsOnDeskOf(people.rep)).toEqual([]);
});
