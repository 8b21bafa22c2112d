import { and, desc, eq, ilike, isNotNull, isNull, or } from 'drizzle-orm';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { products, variants } from '#db/schema/catalog.ts';
import { companies } from '#db/schema/companies.ts';
import { persons } from '#db/schema/identity.ts';
import { purchaseOrders } from '#db/schema/purchase-orders.ts';
import { isInScope } from './in-scope';

const within = (words: string) => `%${words.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
type Asked = { words: string; limit: number };

/** By part of the name or address. */
export async function findPeople(db: DbOrTx, p: Asked): Promise<{ id: string; name: string; email: string }[]> {
  const rows = await db
    .select({ id: persons.id, name: persons.name, email: persons.email })
    .from(persons)
    .where(
      and(
        isNull(persons.deletedAt),
        isNotNull(persons.email),
        or(ilike(persons.email, within(p.words)), ilike(persons.name, within(p.words))),
      ),
    )
    .orderBy(persons.email)
    .limit(p.limit);
  return rows.map((row) => ({ ...row, email: row.email ?? '' }));
}

/** By part of the SKU, with the product it belongs to. */
export async function findSkus(
  db: DbOrTx,
  p: Asked,
): Promise<{ sku: string; handle: string; title: Record<string, string> }[]> {
  return db
    .select({ sku: variants.sku, handle: products.handle, title: products.title })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(ilike(variants.sku, within(p.words)))
    .orderBy(variants.sku)
    .limit(p.limit);
}

/** By part of the company's own number, newest first. */
export async function findPurchaseOrdersByNumber(
  db: DbOrTx,
  p: Asked & { scope: CompanyScope },
): Promise<{ id: string; number: string; company: string }[]> {
  return db
    .select({ id: purchaseOrders.id, number: purchaseOrders.number, company: companies.name })
    .from(purchaseOrders)
    .innerJoin(companies, eq(companies.id, purchaseOrders.companyId))
    .where(and(isInScope(p.scope, purchaseOrders), ilike(purchaseOrders.number, within(p.words))))
    .orderBy(desc(purchaseOrders.createdAt))
    .limit(p.limit);
}
