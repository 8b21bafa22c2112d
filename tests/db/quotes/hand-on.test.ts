import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { personId } from '#app/domain/access/ids.ts';
import type { StoredHours } from '#app/domain/quotes/shop-hours.ts';
import { changeSettings } from '#app/use-cases/settings/change-settings.server.ts';
import { readSettings } from '#db/queries/settings.server.ts';
import { findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { quotes } from '#db/schema/quotes.ts';
import { testDatabase } from '#tests/support/database.ts';
import { people, quoteWorld } from '#tests/support/quote-world.ts';

const { db } = await testDatabase({ connections: 4 });
const world = await quoteWorld(db);
const idOf = async (email: string) => (await findPersonByEmail(db, { email }))?.id ?? '';
const [rep, rep2, manager] = [await idOf(people.rep), await idOf(people.rep2), await idOf(people.manager)];
const names = new Map([
  [rep, 'rep'],
  [rep2, 'rep2'],
  [manager, 'manager'],
]);

const openWhen = async (change: (hours: StoredHours) => StoredHours) => {
  const { number } = await readSettings(db, { kind: 'opening_hours' });
  const staff = { person: personId(manager), roles: ['manager' as const] };
  const actor = { person: staff.person, via: 'test', member: null, standsInFor: null, staff };
  const edit = { actor, kind: 'opening_hours' as const, base: number, part: () => null, change };
  expect(await changeSettings(world.deps, edit)).toMatchObject({ ok: true });
};
const onDesk = async (id: string) => {
  const [row] = await db.select().from(quotes).where(eq(quotes.id, id));
  return [names.get(row?.holderId ?? '') ?? null, row?.answerDueAt?.toISOString() ?? null];
};
/** Whose it is after the sweep at each moment, and until when. */
const handedOn = async (askedAt: string, moments: readonly string[]) => {
  world.moveTo(askedAt);
  const id = await world.requested();
  const seen = [await onDesk(id)];
  for (const moment of moments) {
    world.moveTo(moment);
    await world.sweep();
    seen.push(await onDesk(id));
  }
  return { id, seen };
};

describe('an unanswered request is handed on after five minutes of open desk each', () => {
  test.each([
    [
      'on a Friday morning: to the next rep, then to the manager, and no further',
      '2027-01-15T09:00:00Z',
      [
        ['2027-01-15T09:04:59.999Z', 'rep', '2027-01-15T09:05:00.000Z'],
        ['2027-01-15T09:05:00Z', 'rep2', '2027-01-15T09:10:00.000Z'],
        ['2027-01-15T09:10:00Z', 'manager', null],
        ['2027-01-16T09:10:00Z', 'manager', null],
      ],
    ],
    [
      'two minutes before the weekend: on Monday',
      '2027-01-15T16:58:00Z',
      [
        ['2027-01-17T12:00:00Z', 'rep', '2027-01-18T07:03:00.000Z'],
        ['2027-01-18T07:02:59Z', 'rep', '2027-01-18T07:03:00.000Z'],
        ['2027-01-18T07:03:00Z', 'rep2', '2027-01-18T07:08:00.000Z'],
      ],
    ],
    [
      'over Easter and the change to summer time: on Tuesday, an hour earlier in UTC',
      '2027-03-25T16:57:00Z',
      [
        ['2027-03-29T12:00:00Z', 'rep', '2027-03-30T06:02:00.000Z'],
        ['2027-03-30T06:02:00Z', 'rep2', '2027-03-30T06:07:00.000Z'],
      ],
    ],
    [
      'over the end of summer time: on Monday, an hour later in UTC',
      '2027-10-29T15:59:00Z',
      [
        ['2027-11-01T06:30:00Z', 'rep', '2027-11-01T07:04:00.000Z'],
        ['2027-11-01T07:04:00Z', 'rep2', '2027-11-01T07:09:00.000Z'],
      ],
    ],
    [
      'a sweep that comes late, at night, gives the next rep their minutes in the morning',
      '2027-01-18T09:00:00Z',
      [
        ['2027-01-18T22:00:00Z', 'rep2', '2027-01-19T07:05:00.000Z'],
        ['2027-01-19T07:05:00Z', 'manager', null],
      ],
    ],
  ] as const)('%s', async (_case, askedAt, steps) => {
    const { seen } = await handedOn(
      askedAt,
      steps.map(([moment]) => moment),
    );
    expect(seen.slice(1)).toEqual(steps.map(([, holder, due]) => [holder, due]));
  });

  test('two sweeps at once hand it on once, and the rep who is next is told once', async () => {
    world.moveTo('2027-01-20T09:00:00Z');
    const id = await world.requested();
    world.moveTo('2027-01-20T09:05:00Z');
    await Promise.all([world.sweep(), world.sweep(), world.sweep()]);
    expect(await onDesk(id)).toEqual(['rep2', '2027-01-20T09:10:00.000Z']);
    const told = await db.select({ key: outboxEmails.key, to: outboxEmails.recipient }).from(outboxEmails);
    expect(told.filter(({ key }) => key.startsWith(`quote_desk:${id}:0:handed_on:`)).map(({ to }) => to)).toEqual([
      people.rep2,
    ]);
  });

  test('an answer in time stops the clock; a desk across the ocean has its own', async () => {
    world.moveTo('2027-01-21T09:00:00Z');
    const answered = await world.requested();
    await world.offer(answered, '16.00', { valid_until: '2027-02-20T00:00:00Z' });
    world.moveTo('2027-01-21T09:30:00Z');
    await world.sweep();
    expect(await onDesk(answered)).toEqual(['rep', null]);
    await openWhen((hours) => ({ ...hours, timeZone: 'America/New_York', calendar: 'none', closedOn: ['07-05'] }));
    const { seen } = await handedOn('2027-07-02T21:58:00Z', ['2027-07-05T18:00:00Z', '2027-07-06T12:03:00Z']);
    expect(seen).toEqual([
      ['rep', '2027-07-06T12:03:00.000Z'],
      ['rep', '2027-07-06T12:03:00.000Z'],
      ['rep2', '2027-07-06T12:08:00.000Z'],
    ]);
  });
});
