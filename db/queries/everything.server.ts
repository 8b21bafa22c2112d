import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { products, variants } from '#db/schema/catalog.ts';
import { companies } from '#db/schema/companies.ts';
import { persons } from '#db/schema/identity.ts';
import { purchaseOrders } from '#db/schema/purchase-orders.ts';
import { holdsWords } from './holds-words';
import { isInScope } from './in-scope';

type Asked = { words: string; limit: number };

/** By part of the name or address. */
export async function findPeople(db: DbOrTx, p: Asked): Promise<{ id: string; name: string; email: string }[]> {
  const rows = await db
    .select({ id: persons.id, name: persons.name, email: persons.email })
    .from(persons)
    .where(and(isNull(persons.deletedAt), isNotNull(persons.email), holdsWords(p.words, persons.email, persons.name)))
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
    .where(holdsWords(p.words, variants.sku))
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
    .where(and(isInScope(p.scope, purchaseOrders), holdsWords(p.words, purchaseOrders.number)))
    .orderBy(desc(purchaseOrders.createdAt))
    .limit(p.limit);
}
