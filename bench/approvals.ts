import { sql } from 'drizzle-orm';
import type { Deps } from '#app/deps.server.ts';
import { companyKeyScope, storeScope } from '#app/domain/access/company-scope.ts';
import { companyId as companyIdOf, personId } from '#app/domain/access/ids.ts';
import { approveSeveral } from '#app/use-cases/purchase-orders/approve-several.server.ts';
import { decideOnPurchaseOrder } from '#app/use-cases/purchase-orders/decide-on-purchase-order.server.ts';
import { readPurchaseOrder } from '#app/use-cases/purchase-orders/read-purchase-order.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { listWaitingFor } from '#db/queries/approver-mails.server.ts';
import { findMember } from '#db/queries/memberships.server.ts';
import { findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import { listPurchaseOrders } from '#db/queries/purchase-orders.server.ts';
import { purchaseOrderWorld } from '#tests/support/purchase-order-world.ts';
import { startThrowawayPostgres } from '#tests/support/throwaway-postgres.ts';
import { ensureDatabase } from '#tools/postgres/embedded-server.ts';
import { type Row, measure } from './measure.ts';

const members = 5_000;
const rules = 500;
const documents = 20_000;
const slug = 'harbour-hotels';
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const email = (index: number) => `member-${index}@bench.example`;

/** A company of 5,000 people, 500 rules and 20,000 open purchase orders: its inbox, one document, one list, and decisions
 *  at sixteen at once. Beside each how many statements one of it sends. */
export async function benchApprovals(p: { forMs: number }): Promise<Row[]> {
  const server = await startThrowawayPostgres();
  try {
    await ensureDatabase(server, 'bench_approvals');
    const url = server.url('bench_approvals');
    await migrate(url);
    let sent = 0;
    const { db, close } = openDatabase(url, { connections: 16, onStatement: () => (sent += 1) });
    const world = await purchaseOrderWorld(db);
    const deps: Deps = world.deps;
    const companyId = await fill(world);
    const approver = await findPersonByEmail(db, { email: email(0) });
    const member = approver && (await findMember(db, { companyId, personId: approver.id }))?.member;
    if (!approver || !member) throw new Error('the bench has nobody who approves');
    const scope = companyKeyScope(companyIdOf(companyId), member.units);
    const waiting = await listWaitingFor(db, { personId: approver.id, limit: documents });
    const at = (turn: number) => waiting[turn % waiting.length]?.documentId ?? '';

    const rows: Row[] = [];
    const add = async (what: string, concurrency: number, act: (turn: number) => Promise<unknown>) => {
      sent = 0;
      await act(0);
      const name = `${what} (${sent} st.)`;
      const shop = await measure({ concurrency, forMs: p.forMs }, async (turn) => void (await act(turn + 1)));
      rows.push({ what: name, concurrency, shop, database: null });
    };
    await add('inbox', 1, () => listWaitingFor(db, { personId: approver.id, companyId, limit: 200 }));
    await add('list', 1, () => listPurchaseOrders(db, { scope, limit: 31 }));
    await add('document', 1, (turn) => readPurchaseOrder(deps, { scope, id: at(turn) }));
    await add('document', 16, (turn) => readPurchaseOrder(deps, { scope, id: at(turn) }));
    const decide = (id: string) =>
      decideOnPurchaseOrder(deps, {
        scope: storeScope(),
        id,
        actor: personId(approver.id),
        via: 'key:bench',
        for: null,
        revision: 1,
        verdict: 'approved',
        reason: null,
      }).then((done) => {
        if (!done.ok) throw new Error(done.code);
      });
    await add('decision', 1, (turn) => decide(at(turn)));
    await add('decision', 16, (turn) => decide(at(turn + 5_000)));
    const actor = { person: personId(approver.id), via: 'key:bench', member, standsInFor: null, staff: null };
    const fifty = Array.from({ length: 50 }, (_, index) => ({ id: at(index + 15_000), revision: 1 }));
    rows.push({
      what: '50 in bulk',
      concurrency: 1,
      shop: await measure({ concurrency: 1, forMs: 1 }, async () => {
        await approveSeveral(deps, { actor, documents: fifty });
      }),
      database: null,
    });
    await close();
    return rows;
  } finally {
    await server.stop();
  }
}

async function fill(world: Awaited<ReturnType<typeof purchaseOrderWorld>>): Promise<string> {
  const { db } = world.deps;
  const companyId = await world.putCompany(slug, {
    members: Array.from({ length: members }, (_, index) => ({
      email: email(index),
      name: `Member ${index}`,
      unit: ['hq', 'north', 'pier-9'][index % 3],
      roles: [index === 3 ? 'buyer' : index % 50 === 0 ? 'approver' : 'viewer'],
    })),
    cost_centres: [],
    delegations: [],
    credit_limit: eur('900000000.00'),
    approval_rules: Array.from({ length: rules }, (_, index) => ({
      name: `Rule ${index}`,
      unit: 'hq',
      when: { amount_over: eur(index < 3 ? '1000.00' : `${2_000 + index}.00`) },
      levels: [{ groups: [{ of: { people: [email(0)] }, k: 1 }] }],
    })),
  });
  const made = await world.create({ unit: 'hq', as: email(3), lines: [{ sku: 'ESP-1K', quantity: '100' }] });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const { id } = made.body;
  const { body } = await world.submit(id, email(3));
  if (body.status !== 'awaiting_approval') throw new Error(JSON.stringify(body));
  // The others are copies of it, with ids of their own.
  await db.execute(sql`create unlogged table copies as select gen_random_uuid() as id, gen_random_uuid() as case_id, n
    from generate_series(1, ${documents - 1}) n`);
  const copy = (table: string, changes: string, where: string) =>
    db.execute(
      sql.raw(`insert into ${table} select made.* from ${table} t, copies,
        jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${changes})) made
        where ${where} = '${id}'`),
    );
  await copy('purchase_orders', `'id', copies.id, 'number', 'BENCH-' || copies.n`, 't.id');
  await copy('purchase_order_revisions', `'purchase_order_id', copies.id`, 't.purchase_order_id');
  await copy('purchase_order_lines', `'purchase_order_id', copies.id`, 't.purchase_order_id');
  await copy('approval_cases', `'id', copies.case_id, 'document_id', copies.id`, 't.document_id');
  await db.execute(sql`insert into approval_waits (case_id, person_id, since)
    select copies.case_id, w.person_id, w.since from copies, approval_waits w`);
  await db.execute(sql`analyze`);
  return companyId;
}
