import { and, desc, eq, inArray, isNotNull, lt, notInArray, or, sql } from 'drizzle-orm';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { type OrderStatus, mayBeFulfilled, orderStatuses } from '#app/domain/orders/lifecycle.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { companies } from '#db/schema/companies.ts';
import { orders } from '#db/schema/orders.ts';
import { holdsWords } from './holds-words';
import { isInScope } from './in-scope';

export type ListedOrder = {
  id: string;
  number: string;
  status: OrderStatus;
  placedAt: Date;
  email: string;
  name: string;
  payableMinor: bigint;
  currency: CurrencyCode;
};

export const orderTasks = ['unpaid', 'unshipped'] as const;
export type OrderTask = (typeof orderTasks)[number];

/** unpaid: money is still awaited; unshipped: goods may leave and have not all left. */
export const isTask = (task: OrderTask) =>
  task === 'unpaid'
    ? and(eq(orders.status, 'placed'), lt(orders.paidMinor, orders.payableMinor))
    : inArray(
        orders.status,
        orderStatuses.filter((status) => mayBeFulfilled(status) && status !== 'partly_returned'),
      );

/** For the store's people: orders that were placed, newest first; `after` is the last one of the page before. */
export async function searchOrders(
  db: DbOrTx,
  p: { words: string; task?: OrderTask | null; after: { placedAt: Date; id: string } | null; limit: number },
): Promise<ListedOrder[]> {
  const rows = await db
    .select({
      id: orders.id,
      number: orders.number,
      status: orders.status,
      placedAt: orders.placedAt,
      email: orders.email,
      name: sql<string>`${orders.shipTo}->>'name'`,
      payableMinor: orders.payableMinor,
      currency: orders.currency,
    })
    .from(orders)
    .where(
      and(
        notInArray(orders.status, ['awaiting_payment', 'lapsed']),
        p.task ? isTask(p.task) : undefined,
        holdsWords(p.words, orders.number, orders.email, sql`(${orders.shipTo}->>'name')`),
        p.after === null
          ? undefined
          : or(
              lt(orders.placedAt, p.after.placedAt),
              and(eq(orders.placedAt, p.after.placedAt), lt(orders.id, p.after.id)),
            ),
      ),
    )
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(p.limit);
  return rows.map((row) => ({ ...row, placedAt: row.placedAt ?? new Date(0) }));
}

/** Orders of the companies in the scope, newest first; consumers' orders are in nobody's portfolio. */
export async function findCompanyOrders(
  db: DbOrTx,
  p: { scope: CompanyScope; words: string; limit: number },
): Promise<{ number: string; company: string }[]> {
  return db
    .select({ number: orders.number, company: companies.name })
    .from(orders)
    .innerJoin(companies, eq(companies.id, orders.companyId))
    .where(
      and(
        isInScope(p.scope, orders),
        isNotNull(orders.placedAt),
        notInArray(orders.status, ['awaiting_payment', 'lapsed']),
        holdsWords(p.words, orders.number, orders.email, companies.name),
      ),
    )
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(p.limit);
}

/** Whether the order is one of a company in the scope. */
export async function isOrderInScope(db: DbOrTx, p: { scope: CompanyScope; orderId: string }): Promise<boolean> {
  const rows = await db
    .select({ id: orders.id })
    .from(orders)
    .innerJoin(companies, eq(companies.id, orders.companyId))
    .where(and(isInScope(p.scope, orders), eq(orders.id, p.orderId)));
  return rows.length > 0;
}
