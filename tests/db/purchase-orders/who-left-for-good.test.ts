import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { hashPassword } from '#app/integrations/auth/passwords.server.ts';
import { loader as trailCsv } from '#app/routes/company/purchase-order-trail-csv.ts';
import { verifyTrails } from '#app/use-cases/approvals/verify-trails.server.ts';
import { deletePerson } from '#app/use-cases/identity/delete-person.server.ts';
import { listFiles } from '#db/queries/files.server.ts';
import { findInvoiceOfOrder } from '#db/queries/invoices.server.ts';
import { findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import { persons } from '#db/schema/identity.ts';
import { browserOf } from '#tests/support/browser.ts';
import { testDatabase } from '#tests/support/database.ts';
import { purchaseOrderWorld } from '#tests/support/purchase-order-world.ts';
import { findUnitsBySlug } from '#tests/support/units.ts';

const { db } = await testDatabase({ connections: 4 });
const world = await purchaseOrderWorld(db);
const password = 'espresso at seven';
let companyId = '';

beforeAll(async () => {
  companyId = await world.putCompany();
});

async function leaves(email: string): Promise<void> {
  const person = await findPersonByEmail(db, { email });
  if (!person) throw new Error(email);
  await db
    .update(persons)
    .set({ passwordHash: await hashPassword(password) })
    .where(eq(persons.id, person.id));
  expect(await deletePerson(world.deps, { personId: person.id, password })).toMatchObject({ ok: true });
}

test('buyer and approver are erased: trail and invoice stay whole, and name a deleted person', async () => {
  const id = await world.submitted({ number: 'PO-7' });
  for (const who of ['ben', 'admin', 'cfo', 'vp']) await world.approve(id, `${who}@harbour.example`);
  const placed = await world.place(id);
  const orderId = placed.ok ? (placed.value.orderId ?? '') : '';
  const invoice = await findInvoiceOfOrder(db, { orderId });
  const files = await listFiles(db, { owner: { kind: 'invoice', id: invoice?.id ?? '' } });
  const waiting = await world.submitted({ number: 'PO-8' });

  await leaves('ana@harbour.example');
  await leaves('ben@harbour.example');

  expect((await verifyTrails(world.deps)).broken).toEqual([]);
  expect(await findInvoiceOfOrder(db, { orderId })).toEqual(invoice);
  expect(await listFiles(db, { owner: { kind: 'invoice', id: invoice?.id ?? '' } })).toEqual(files);
  const { hq } = await findUnitsBySlug(db, companyId);
  const vp = await browserOf(world.deps, { email: 'vp@harbour.example', unitId: hq });
  const csv = await (await trailCsv({ ...vp.ask(`/company/purchase-orders/${id}/trail.csv`), params: { id } })).text();
  expect(csv).toContain('Deleted person');
  expect(csv).toContain('Viktor');
  expect(csv).not.toMatch(/\bAna\b|\bBen\b|ana@|ben@/);

  await world.judge(companyId);
  const { waiting_for: asked } = await world.seen(waiting);
  expect(asked.flatMap(({ people }) => people)).not.toContain('ben@harbour.example');
});
