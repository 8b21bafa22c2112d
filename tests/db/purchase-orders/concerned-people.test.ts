import { expect, test } from 'vitest';
import { approvalProgress } from '#app/domain/approvals/progress.ts';
import { peopleNamed, rolesAsked } from '#app/domain/approvals/people-named.ts';
import { findCase, listDecisions } from '#db/queries/approval-cases.server.ts';
import { type DocumentConcerned, loadDirectory } from '#db/queries/directory.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { purchaseOrderWorld } from '#tests/support/purchase-order-world.ts';
import { openDatabase } from '#db/client.server.ts';
import { storeScope } from '#app/domain/access/company-scope.ts';
import { readPurchaseOrder } from '#app/use-cases/purchase-orders/read-purchase-order.server.ts';
import { listWaitingFor } from '#db/queries/approver-mails.server.ts';
import { findPersonByEmail } from '#db/queries/ordering-companies.server.ts';

const { db, url } = await testDatabase({ connections: 4 });
const world = await purchaseOrderWorld(db);
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const at = (name: string) => `${name}@harbour.example`;
const spectators = Array.from({ length: 60 }, (_, index) => ({
  email: at(`guest-${index}`),
  name: `Guest ${index}`,
  unit: 'south',
  roles: ['approver', 'admin'],
}));

const company = {
  units: [
    { slug: 'hq', parent: null },
    { slug: 'north', parent: 'hq' },
    { slug: 'south', parent: 'hq' },
    { slug: 'pier-9', parent: 'north' },
  ],
  members: [
    { email: at('ana'), name: 'Ana', unit: 'pier-9', roles: ['buyer'], manager: at('mia') },
    { email: at('mia'), name: 'Mia', unit: 'south', roles: ['viewer'] },
    { email: at('ben'), name: 'Ben', unit: 'north', roles: ['approver'] },
    { email: at('own'), name: 'Own', unit: 'south', roles: ['viewer'] },
    { email: at('esc'), name: 'Esc', unit: 'south', roles: ['viewer'] },
    { email: at('del'), name: 'Del', unit: 'south', roles: ['viewer'] },
    { email: at('admin'), name: 'Aylin', unit: 'hq', roles: ['admin'] },
    // holds no role that is asked
    { email: at('fin'), name: 'Fin', unit: 'hq', roles: ['finance'] },
    ...spectators,
  ],
  cost_centres: [{ code: 'BAR', owner: at('own') }],
  approval_rules: [
    {
      name: 'All kinds',
      unit: 'hq',
      when: { amount_over: eur('1000.00') },
      levels: [
        {
          groups: [
            { of: { manager_of_requester: true }, k: 1 },
            { of: { cost_centre_owner: true }, k: 1 },
            { of: { role: 'approver' }, k: 2 },
          ],
          escalate_to: { people: [at('esc')] },
        },
      ],
    },
  ],
  delegations: [
    {
      from: at('ben'),
      to: at('del'),
      kinds: ['purchase_order'],
      starts_at: '2027-01-01T00:00:00Z',
      ends_at: '2028-01-01T00:00:00Z',
      ceiling: null,
    },
  ],
};

test('those a document concerns give the same answer as everybody does, at every moment, and are few', async () => {
  const companyId = await world.putCompany('harbour-hotels', company);
  const id = await world.submitted({ cost_centre: 'BAR' });
  await world.approve(id, at('ben'));
  const stored = await findCase(db, { kind: 'purchase_order', documentId: id });
  if (!stored) throw new Error('nobody is asked');
  const decisions = await listDecisions(db, { documentId: id });
  const people = peopleNamed({ rules: stored.policy.rules, document: stored.facts, decisions });
  for (const hours of [0, 50, 80]) {
    const moment = new Date(world.at().getTime() + hours * 3_600_000);
    const answer = async (about?: DocumentConcerned) => {
      const directory = await loadDirectory(db, { companyId, at: moment, ...(about && { about }) });
      const { policy, openings, facts: document } = stored;
      const { waitingFor, state } = approvalProgress(
        { document, revision: 1, policy, openings, decisions, directory },
        moment,
      );
      return { size: directory.people.size, waitingFor, state };
    };
    const all = await answer();
    const few = await answer({
      unitId: stored.facts.unit,
      people,
      roles: rolesAsked(stored.policy.rules),
    });
    expect({ ...few, size: 0 }).toEqual({ ...all, size: 0 });
    expect(few.waitingFor.length).toBeGreaterThan(0);
    expect(all.size - few.size).toBe(spectators.length + 1);
  }
});

test('a document, and an inbox of any length, cost the same number of statements', async () => {
  let sent = 0;
  const { db: counted, close } = openDatabase(url, { connections: 2, onStatement: () => (sent += 1) });
  const cost = async (act: () => Promise<unknown>) => {
    sent = 0;
    await act();
    return sent;
  };
  const short = await world.submitted();
  const ben = await findPersonByEmail(db, { email: at('ben') });
  const read = (id: string) =>
    cost(() => readPurchaseOrder({ ...world.deps, db: counted }, { scope: storeScope(), id }));
  const inbox = () => cost(() => listWaitingFor(counted, { personId: ben?.id ?? '', limit: 200 }));
  const before = [await read(short), await inbox()];
  const long = await world.submitted({ lines: Array.from({ length: 40 }, () => ({ sku: 'ESP-1K', quantity: '5' })) });
  expect([await read(long), await inbox()]).toEqual(before);
  await close();
});

test('an inbox read page by page shows everything once, the longest waiting first', async () => {
  for (let count = 0; count < 3; count += 1) await world.submitted({ lines: [{ sku: 'ESP-1K', quantity: '70' }] });
  const ben = await findPersonByEmail(db, { email: at('ben') });
  const asked = { personId: ben?.id ?? '' };
  const all = await listWaitingFor(db, { ...asked, limit: 200 });
  expect(all.length).toBeGreaterThan(3);
  const read: string[] = [];
  let after: { since: Date; caseId: string } | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof listWaitingFor>> = await listWaitingFor(db, { ...asked, after, limit: 2 });
    read.push(...page.map(({ documentId }) => documentId));
    const last = page.at(-1);
    if (!last) break;
    after = last;
  }
  expect(read).toEqual(all.map(({ documentId }) => documentId));
});
