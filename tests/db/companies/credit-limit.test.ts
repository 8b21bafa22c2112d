import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { personId } from '#app/domain/access/ids.ts';
import { money } from '#app/domain/money/money.ts';
import { judgeDueDocuments } from '#app/use-cases/approvals/judge-documents.server.ts';
import { openStaffAccount } from '#app/use-cases/identity/open-staff-account.server.ts';
import { askApprover } from '#app/use-cases/approvals/ask-approver.server.ts';
import {
  decideOnCreditLimit,
  proposeCreditLimit,
  withdrawCreditLimit,
} from '#app/use-cases/companies/propose-credit-limit.server.ts';
import { findCase } from '#db/queries/approval-cases.server.ts';
import { findCompanyIdBySlug } from '#db/queries/companies.server.ts';
import { listCreditLimitChanges, listWaitingCreditLimits } from '#db/queries/credit-limits.server.ts';
import { readCredit } from '#db/queries/credit.server.ts';
import { findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import { findStaffRole } from '#db/queries/persons.server.ts';
import { salesScope } from '#app/domain/access/company-scope.ts';
import { approvalWaits } from '#db/schema/approvals.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { testDatabase } from '#tests/support/database.ts';
import { people, quoteWorld } from '#tests/support/quote-world.ts';

const { db } = await testDatabase({ connections: 6 });
const world = await quoteWorld(db);
const { deps } = world;
const companyId = (await findCompanyIdBySlug(db, { slug: 'harbour-hotels' })) ?? '';
const actorOf = async (email: string): Promise<StaffActor> => {
  const person = await findPersonByEmail(db, { email });
  const role = person && (await findStaffRole(db, { personId: person.id }));
  if (!person || !role) throw new Error(email);
  const staff = { person: personId(person.id), roles: [role] };
  return { person: staff.person, via: 'page', member: null, standsInFor: null, staff };
};
const [rep, rep2, manager] = [await actorOf(people.rep), await actorOf(people.rep2), await actorOf(people.manager)];

const propose = (actor: StaffActor, minor: bigint | null, reason = 'They doubled their sites') =>
  proposeCreditLimit(deps, { actor, companyId, limit: minor === null ? null : money(minor, 'EUR'), reason });
const proposed = async (actor: StaffActor, minor: bigint | null) => {
  const done = await propose(actor, minor);
  if (!done.ok) throw new Error(done.code);
  return done.value.id;
};
const decide = (actor: StaffActor, id: string, verdict: 'approved' | 'rejected' = 'approved') =>
  decideOnCreditLimit(deps, {
    actor,
    id,
    verdict,
    reason: verdict === 'rejected' ? 'Not before the invoices are paid' : null,
  });
const limit = async () => (await readCredit(db, { companyId }))?.limitMinor;

test('a rep proposes with a reason, a manager approves: the limit holds from then on', async () => {
  const before = await limit();
  expect(await propose(rep, 5_000_000n, ' ')).toMatchObject({ code: 'reason_required' });
  const id = await proposed(rep, 5_000_000n);
  expect(await limit()).toBe(before);
  expect(await propose(rep2, 1n)).toMatchObject({ code: 'already_waiting' });
  expect(await listWaitingCreditLimits(db, { scope: salesScope(manager.staff), limit: 5 })).toMatchObject([
    { slug: 'harbour-hotels', proposedBy: rep.person },
  ]);
  expect(await listWaitingCreditLimits(db, { scope: salesScope(rep2.staff), limit: 5 })).toEqual([]);

  await askApprover(deps, { personId: manager.person });
  const [mail] = await db.select().from(outboxEmails).where(eq(outboxEmails.recipient, people.manager));
  expect(JSON.stringify(mail?.props)).toContain('/sales/companies/harbour-hotels/account');
  expect(JSON.stringify(mail?.props)).toContain('A credit limit');

  expect(await decide(rep, id)).toMatchObject({ ok: false });
  expect(await decide(rep2, id)).toMatchObject({ ok: false });
  expect(await limit()).toBe(before);
  expect(await decide(manager, id)).toMatchObject({ ok: true });
  expect(await limit()).toBe(5_000_000n);
  expect(await decide(manager, id)).toMatchObject({ ok: false });
});

test('nobody approves their own, and no credit at all is a limit as well', async () => {
  const id = await proposed(manager, null);
  expect(await decide(manager, id)).toMatchObject({ ok: false });
  expect(await limit()).toBe(5_000_000n);
  expect(await withdrawCreditLimit(deps, { actor: rep, id })).toMatchObject({ code: 'forbidden' });
  expect(await withdrawCreditLimit(deps, { actor: manager, id })).toMatchObject({ ok: true });
  const other = await proposed(rep, null);
  expect(await decide(manager, other)).toMatchObject({ ok: true });
  expect(await limit()).toBeNull();
});

test('yes, no and taking back at the same moment: one of them, and the limit is as that one says', async () => {
  for (let round = 0; round < 6; round += 1) {
    const before = await limit();
    const wanted = BigInt(1_000_000 + round);
    const id = await proposed(rep, wanted);
    const done = await Promise.all([
      decide(manager, id),
      decide(manager, id),
      decide(manager, id, 'rejected'),
      withdrawCreditLimit(deps, { actor: rep, id }),
    ]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    const change = (await listCreditLimitChanges(db, { companyId, limit: 20 })).find((each) => each.id === id);
    expect(change?.status).not.toBe('waiting');
    expect(await limit()).toBe(change?.status === 'approved' ? wanted : before);
  }
});

test('what nobody answers goes to the admin after three days and is over after nine; the limit stays as it was', async () => {
  await openStaffAccount(deps, { email: 'admin@tradepost.example', name: 'Ada', role: 'admin', by: null, via: 'test' });
  const before = await limit();
  const id = await proposed(rep, 7_700_000n);
  const admin = await actorOf('admin@tradepost.example');
  const asked = async () => {
    const stored = await findCase(db, { kind: 'credit', documentId: id });
    const waits = await db
      .select()
      .from(approvalWaits)
      .where(eq(approvalWaits.caseId, stored?.id ?? ''));
    return waits.map((wait) => wait.personId);
  };
  const status = async () =>
    (await listCreditLimitChanges(db, { companyId, limit: 20 })).find((each) => each.id === id)?.status;

  world.moveTo('2027-01-18T09:00:00.000Z');
  await judgeDueDocuments(deps);
  expect(await asked()).toContain(admin.person);
  expect(await status()).toBe('waiting');

  world.moveTo('2027-01-24T09:00:00.000Z');
  await judgeDueDocuments(deps);
  expect(await asked()).toEqual([]);
  expect(await status()).toBe('expired');
  expect(await limit()).toBe(before);
  expect(await decide(manager, id)).toMatchObject({ ok: false });
  expect(await propose(rep, 7_700_000n)).toMatchObject({ ok: true });
});
