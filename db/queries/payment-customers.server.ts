import { eq } from 'drizzle-orm';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { paymentCustomers } from '#db/schema/identity.ts';

export type PaymentCustomer = { providerId: string; methodId: string | null };

/** Whose cards the provider keeps for this person; null before the first. */
export async function findPaymentCustomer(db: DbOrTx, p: { personId: string }): Promise<PaymentCustomer | null> {
  const [found] = await db
    .select({ providerId: paymentCustomers.providerId, methodId: paymentCustomers.defaultMethodId })
    .from(paymentCustomers)
    .where(eq(paymentCustomers.personId, p.personId));
  return found ?? null;
}

/** The card just kept is the one offered next. A person has one customer at the provider: the latest counts. */
export async function keepPaymentCustomer(
  tx: Tx,
  p: { providerId: string; personId: string; methodId: string | null; at: Date },
): Promise<void> {
  await tx
    .insert(paymentCustomers)
    .values({ providerId: p.providerId, personId: p.personId, defaultMethodId: p.methodId, createdAt: p.at })
    .onConflictDoUpdate({
      target: paymentCustomers.personId,
      set: { providerId: p.providerId, defaultMethodId: p.methodId },
    });
}

/** The same of a company: the card its purchase orders are paid by. */
export async function findCompanyCustomer(db: DbOrTx, p: { companyId: string }): Promise<PaymentCustomer | null> {
  const [found] = await db
    .select({ providerId: paymentCustomers.providerId, methodId: paymentCustomers.defaultMethodId })
    .from(paymentCustomers)
    .where(eq(paymentCustomers.companyId, p.companyId));
  return found ?? null;
}

/** A company has one customer at the provider, and the latest card counts. */
export async function keepCompanyCustomer(
  tx: DbOrTx,
  p: { providerId: string; companyId: string; methodId: string | null; at: Date },
): Promise<void> {
  await tx
    .insert(paymentCustomers)
    .values({ providerId: p.providerId, companyId: p.companyId, defaultMethodId: p.methodId, createdAt: p.at })
    .onConflictDoUpdate({
      target: paymentCustomers.companyId,
      set: { providerId: p.providerId, defaultMethodId: p.methodId },
    });
}
