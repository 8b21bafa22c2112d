import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { products, variants } from '#db/schema/catalog.ts';
import { companies, members } from '#db/schema/companies.ts';
import { persons } from '#db/schema/identity.ts';
import { purchaseOrders } from '#db/schema/purchase-orders.ts';
import { companiesInScope } from './company-portfolio.server';
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
  p: Asked & { isOnShelfOnly?: boolean },
): Promise<{ sku: string; handle: string; title: Record<string, string> }[]> {
  return db
    .select({ sku: variants.sku, handle: products.handle, title: products.title })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(and(holdsWords(p.words, variants.sku), p.isOnShelfOnly ? eq(products.status, 'active') : undefined))
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

/** The active people of the companies in the scope, by part of the name or address. */
export async function findMembers(
  db: DbOrTx,
  p: Asked & { scope: CompanyScope },
): Promise<{ name: string; email: string; company: string; slug: string }[]> {
  const rows = await db
    .select({ name: persons.name, email: persons.email, company: companies.name, slug: companies.slug })
    .from(members)
    .innerJoin(companies, eq(companies.id, members.companyId))
    .innerJoin(persons, eq(persons.id, members.personId))
    .where(
      and(
        companiesInScope(p.scope),
        eq(members.status, 'active'),
        isNull(persons.deletedAt),
        isNotNull(persons.email),
        holdsWords(p.words, persons.email, persons.name),
      ),
    )
    .orderBy(persons.email, companies.slug)
    .limit(p.limit);
  return rows.map((row) => ({ ...row, email: row.email ?? '' }));
}
