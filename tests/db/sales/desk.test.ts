import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { salesScope } from '#app/domain/access/company-scope.ts';
import { personId } from '#app/domain/access/ids.ts';
import type { StaffRole } from '#app/domain/access/roles.ts';
import { salesDesk } from '#app/http/sales-desk.server.ts';
import { teamFigures } from '#app/http/team-figures.server.ts';
import { assignRep } from '#app/use-cases/sales/assign-rep.server.ts';
import { handQuote } from '#app/use-cases/sales/hand-quote.server.ts';
import { setRoleLimits } from '#app/use-cases/sales/set-role-limits.server.ts';
import { setCreditHold } from '#app/use-cases/companies/set-credit-hold.server.ts';
import { findCompanyIdBySlug } from '#db/queries/companies.server.ts';
import { findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import { findStaffRole } from '#db/queries/persons.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { quotes } from '#db/schema/quotes.ts';
import { testDatabase } from '#tests/support/database.ts';
import { people, quoteWorld } from '#tests/support/quote-world.ts';

let sent = 0;
const { db } = await testDatabase({ connections: 4, onStatement: () => void (sent += 1) });
const world = await quoteWorld(db);
const { hours } = await readShopRules(db);

const actorOf = async (email: string): Promise<StaffActor> => {
  const person = await findPersonByEmail(db, { email });
  const role = person && (await findStaffRole(db, { personId: person.id }));
  if (!person || !role) throw new Error(email);
  const staff = { person: personId(person.id), roles: [role satisfies StaffRole] };
  return { person: staff.person, via: 'test', member: null, standsInFor: null, staff };
};
const rep = await actorOf(people.rep);
const rep2 = await actorOf(people.rep2);
const manager = await actorOf(people.manager);
const desk = (actor: StaffActor, filters = { words: '', portfolio: '' }) =>
  salesDesk(world.deps, { actor, scope: salesScope(actor.staff), filters, hours, formats: 'en-GB' });
const companyIdOf = async (slug: string) => (await findCompanyIdBySlug(db, { slug })) ?? '';

let owned = '';
let free = '';
beforeAll(async () => {
  await world.putCompany('elsewhere', {
    name: 'Elsewhere Inn',
    rep: null,
    members: [{ email: people.stranger, name: 'Sam', unit: 'pier-9', roles: ['buyer'] }],
    cost_centres: [],
  });
  owned = await world.requested();
  free = await world.requested({ company: 'elsewhere', as: people.stranger });
});

describe('the desk', () => {
  test('a rep sees their portfolio and what nobody owns, with the clock; another rep only the latter', async () => {
    const own = await desk(rep);
    expect(own.quotes.map(({ id }) => id).toSorted()).toEqual([owned, free].toSorted());
    expect(own.quotes.every(({ leftMs }) => leftMs === 5 * 60_000)).toBe(true);
    expect(own).toMatchObject({ isOpen: true, reps: [], expiring: [], stalled: [], quiet: [], holds: [] });
    expect((await desk(rep2)).quotes.map(({ id }) => id)).toEqual([free]);
  });

  test('the words find companies and numbers; a manager looks at one portfolio, a rep never at another’s', async () => {
    expect((await desk(manager, { words: 'elsewh', portfolio: '' })).quotes).toMatchObject([{ id: free }]);
    expect((await desk(manager, { words: '100%', portfolio: '' })).quotes).toEqual([]);
    const looked = await desk(manager, { words: '', portfolio: rep2.person });
    expect(looked.rep).toBe(rep2.person);
    expect(looked.quotes.map(({ id }) => id)).toEqual([free]);
    expect((await desk(rep2, { words: '', portfolio: rep.person })).quotes.map(({ id }) => id)).toEqual([free]);
  });

  test('an offer near its end and a credit hold are on it', async () => {
    const id = await world.requested();
    await world.offer(id, '16.00', { valid_until: '2027-01-17T00:00:00Z' });
    expect((await desk(rep)).expiring).toMatchObject([{ id }]);
    const companyId = await companyIdOf('harbour-hotels');
    const hold = { companyId, reason: 'Two invoices late', personId: rep.person, via: 'test' };
    await setCreditHold(world.deps, { ...hold, hold: 'place' });
    expect((await desk(rep)).holds).toMatchObject([{ slug: 'harbour-hotels', reason: 'Two invoices late' }]);
    expect((await desk(rep2)).holds).toEqual([]);
    await setCreditHold(world.deps, { ...hold, hold: 'lift' });
  });

  test('takes the same number of statements however much waits', async () => {
    sent = 0;
    await desk(manager);
    const few = sent;
    for (let more = 0; more < 12; more += 1) await world.requested();
    sent = 0;
    const full = await desk(manager);
    expect(full.quotes.length).toBeGreaterThan(12);
    expect(sent).toBe(few);
    expect(few).toBeLessThanOrEqual(11);
  });
});

describe('a company that fell silent', () => {
  test('is on its rep’s desk once twice its usual time has passed without an order', async () => {
    for (const day of ['01', '08', '15']) {
      world.moveTo(`2027-03-${day}T09:00:00.000Z`);
      const id = await world.requested();
      await world.offer(id, '16.00', { valid_until: '2027-04-30T00:00:00Z' });
      expect(await world.accept(id, 1)).toMatchObject({ status: 200 });
    }
    world.moveTo('2027-03-28T09:00:00.000Z');
    expect((await desk(rep)).quiet).toEqual([]);
    world.moveTo('2027-03-30T09:00:00.000Z');
    const quiet = [{ slug: 'harbour-hotels', name: 'Harbour Hotels', silentDays: 15, usualDays: 7 }];
    expect((await desk(rep)).quiet).toEqual(quiet);
    expect((await desk(rep2)).quiet).toEqual([]);
    expect((await desk(manager, { words: 'elsewhere', portfolio: '' })).quiet).toEqual([]);
    world.moveTo('2027-01-15T09:00:00.000Z');
  });
});

describe('what a manager may', () => {
  test('a quote is handed to another rep, who is told and has the minutes anew; a rep hands nothing on', async () => {
    expect(await handQuote(world.deps, { actor: rep, id: owned, repId: rep2.person })).toMatchObject({
      code: 'forbidden',
    });
    expect(await handQuote(world.deps, { actor: manager, id: owned, repId: manager.person })).toMatchObject({
      ok: true,
    });
    expect(await handQuote(world.deps, { actor: manager, id: owned, repId: rep2.person })).toMatchObject({ ok: true });
    const [row] = await db.select().from(quotes).where(eq(quotes.id, owned));
    expect(row).toMatchObject({ holderId: rep2.person, status: 'requested' });
    expect(row?.answerDueAt?.toISOString()).toBe('2027-01-15T09:05:00.000Z');
    expect((await desk(rep2)).quotes.map(({ id }) => id)).toContain(owned);
    const told = await db
      .select()
      .from(outboxEmails)
      .where(and(eq(outboxEmails.template, 'quote-desk'), eq(outboxEmails.recipient, people.rep2)));
    expect(told.some(({ key }) => key.startsWith(`quote_desk:${owned}:`))).toBe(true);
    expect(await handQuote(world.deps, { actor: manager, id: owned, repId: personId(owned) })).toMatchObject({
      code: 'unknown_rep',
    });
  });

  test('a company changes its portfolio: another rep sees it no more', async () => {
    const companyId = await companyIdOf('elsewhere');
    expect(await assignRep(world.deps, { actor: rep2, companyId, repId: rep2.person })).toMatchObject({
      code: 'forbidden',
    });
    expect(await assignRep(world.deps, { actor: manager, companyId, repId: owned })).toMatchObject({
      code: 'unknown_rep',
    });
    const seenBy = async (actor: StaffActor) => (await desk(actor)).quotes.some(({ id }) => id === free);
    expect([await seenBy(rep), await seenBy(rep2)]).toEqual([true, true]);
    await assignRep(world.deps, { actor: manager, companyId, repId: rep2.person });
    expect([await seenBy(rep), await seenBy(rep2), await seenBy(manager)]).toEqual([false, true, true]);
    await assignRep(world.deps, { actor: manager, companyId, repId: null });
    expect(await seenBy(rep)).toBe(true);
  });

  test('the limits a manager sets are those the next offer is measured by', async () => {
    const limits = { role: 'rep' as const, discountPercent: '5', marginFloorPercent: '20' };
    expect(await setRoleLimits(world.deps, { actor: rep, ...limits })).toMatchObject({ code: 'forbidden' });
    expect(await setRoleLimits(world.deps, { actor: manager, ...limits, role: 'manager' })).toMatchObject({
      code: 'forbidden',
    });
    const before = await world.requested();
    expect(await world.offer(before, '16.50')).toMatchObject({ body: { status: 'offered' } });
    await setRoleLimits(world.deps, { actor: manager, ...limits });
    const after = await world.requested();
    expect(await world.offer(after, '16.50')).toMatchObject({ body: { status: 'awaiting_approval' } });
  });

  test('the figures count what was asked, answered, won and lost, and what is open', async () => {
    const figures = await teamFigures(world.deps, {
      staff: manager.staff,
      scope: salesScope(manager.staff),
      hours,
      formats: 'en-GB',
    });
    const own = figures.reps.find(({ key }) => key === rep.person);
    expect(own).toMatchObject({ name: 'rep', won: 3, lost: 0, winRate: '100%' });
    expect(own?.answered).toBeGreaterThanOrEqual(2);
    expect(own?.inTime).toBe(own?.answered);
    expect(figures.stages.find(({ status }) => status === 'offered')?.worth[0]).toMatchObject({ currency: 'EUR' });
    expect(figures.limits).toMatchObject([
      { role: 'rep', mayChange: true, discount: '5', margin: '20' },
      { role: 'manager', mayChange: false },
      { role: 'admin', mayChange: false },
    ]);
  });
});
