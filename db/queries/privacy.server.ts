import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { carts } from '#db/schema/carts.ts';
import { products, reviews } from '#db/schema/catalog.ts';
import { companies, memberRoles, members, units } from '#db/schema/companies.ts';
import { addresses, oneTimeTokens, paymentCustomers, persons } from '#db/schema/identity.ts';
import { events, outboxEmails } from '#db/schema/jobs.ts';
import { orders } from '#db/schema/orders.ts';
import { shoppingLists } from '#db/schema/shopping-lists.ts';
import { standingOrderRuns, standingOrders } from '#db/schema/standing-orders.ts';

/** Everything kept about one person, as it is stored, secrets left out. */
export async function collectPersonalData(db: DbOrTx, p: { personId: string }): Promise<Record<string, unknown>> {
  const { personId } = p;
  const [person] = await db
    .select({
      email: persons.email,
      name: persons.name,
      locale: persons.locale,
      emailVerifiedAt: persons.emailVerifiedAt,
      createdAt: persons.createdAt,
    })
    .from(persons)
    .where(eq(persons.id, personId));
  const kept = await db
    .select({ address: addresses.address, isDefault: addresses.isDefault, createdAt: addresses.createdAt })
    .from(addresses)
    .where(eq(addresses.personId, personId));
  const memberships = await db
    .select({ company: companies.name, unit: units.name, role: memberRoles.role, status: members.status })
    .from(members)
    .innerJoin(companies, eq(companies.id, members.companyId))
    .leftJoin(memberRoles, eq(memberRoles.memberId, members.id))
    .leftJoin(units, eq(units.id, memberRoles.unitId))
    .where(eq(members.personId, personId));
  const lists = await db
    .select({
      name: shoppingLists.name,
      createdAt: shoppingLists.createdAt,
      lines: sql<{ sku: string; quantity: string }[]>`(select coalesce(jsonb_agg(jsonb_build_object('sku', v.sku,
        'quantity', l.quantity, 'choice', l.configuration, 'level', l.par_level, 'left', l.left_over) order by l.line), '[]')
        from shopping_list_lines l join variants v on v.id = l.variant_id where l.list_id = ${shoppingLists.id})`,
    })
    .from(shoppingLists)
    .where(eq(shoppingLists.ownerId, personId))
    .orderBy(asc(shoppingLists.createdAt));
  const standing = await db
    .select({
      name: standingOrders.name,
      status: standingOrders.status,
      every: standingOrders.every,
      period: standingOrders.period,
      shipTo: standingOrders.shipTo,
      createdAt: standingOrders.createdAt,
    })
    .from(standingOrders)
    .where(eq(standingOrders.ownerId, personId))
    .orderBy(asc(standingOrders.createdAt));
  const bought = await db
    .select({
      number: orders.number,
      status: orders.status,
      email: orders.email,
      payableMinor: orders.payableMinor,
      currency: orders.currency,
      shipTo: orders.shipTo,
      placedAt: orders.placedAt,
    })
    .from(orders)
    .where(eq(orders.personId, personId))
    .orderBy(asc(orders.createdAt));
  const written = await db
    .select({
      product: products.handle,
      name: reviews.authorName,
      stars: reviews.stars,
      title: reviews.title,
      body: reviews.body,
      status: reviews.status,
      createdAt: reviews.createdAt,
    })
    .from(reviews)
    .innerJoin(products, eq(products.id, reviews.productId))
    .where(eq(reviews.personId, personId))
    .orderBy(asc(reviews.createdAt));
  const done = await db
    .select({ type: events.type, at: events.at, via: events.via })
    .from(events)
    .where(eq(events.personId, personId))
    .orderBy(asc(events.at));
  const mails = person?.email
    ? await db
        .select({ subject: outboxEmails.subject, sentAt: outboxEmails.sentAt })
        .from(outboxEmails)
        .where(eq(outboxEmails.recipient, person.email))
        .orderBy(asc(outboxEmails.sequence))
    : [];
  return {
    person,
    addresses: kept,
    memberships,
    lists,
    standingOrders: standing,
    orders: bought.map(({ payableMinor, ...order }) => ({ ...order, payableMinor: payableMinor.toString() })),
    reviews: written,
    events: done,
    mails,
  };
}

/** What leaves nobody behind but an id: documents and trails go on naming it as "deleted person". */
export async function erasePerson(tx: Tx, p: { personId: string; email: string; at: Date }): Promise<void> {
  const { personId, email, at } = p;
  await tx.delete(addresses).where(eq(addresses.personId, personId));
  await tx.delete(shoppingLists).where(eq(shoppingLists.ownerId, personId));
  await endStandingOrders(tx, { personId, at });
  await tx.delete(oneTimeTokens).where(eq(oneTimeTokens.personId, personId));
  await tx.delete(paymentCustomers).where(eq(paymentCustomers.personId, personId));
  await tx.delete(outboxEmails).where(and(eq(outboxEmails.recipient, email), eq(outboxEmails.status, 'sent')));
  await tx.update(reviews).set({ authorName: '' }).where(eq(reviews.personId, personId));
  await tx.update(carts).set({ email: null }).where(eq(carts.personId, personId));
  await tx
    .update(persons)
    .set({
      email: null,
      name: '',
      passwordHash: null,
      totpSecret: null,
      pendingTotpSecret: null,
      totpLastStep: null,
      lastUnitId: null,
      emailVerifiedAt: null,
      deletedAt: at,
    })
    .where(eq(persons.id, personId));
}

/** A consumer's own come no more, and name nobody. */
async function endStandingOrders(tx: Tx, p: { personId: string; at: Date }): Promise<void> {
  const ended = await tx
    .update(standingOrders)
    .set({
      status: 'ended',
      nextAt: null,
      changedAt: p.at,
      shipTo: sql`jsonb_build_object('name', '', 'address', '', 'city', '', 'postalCode', '', 'country', ${standingOrders.shipTo}->>'country')`,
    })
    .where(and(eq(standingOrders.ownerId, p.personId), isNull(standingOrders.companyId)))
    .returning({ id: standingOrders.id });
  const ids = ended.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx
    .update(standingOrderRuns)
    .set({ status: 'cancelled', nextTryAt: null, waitsUntil: null, settledAt: p.at })
    .where(
      and(
        inArray(standingOrderRuns.standingOrderId, ids),
        inArray(standingOrderRuns.status, ['planned', 'noticed', 'waiting', 'retrying', 'skipped']),
      ),
    );
}
