import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { oneTimeTokens } from '#db/schema/identity.ts';

export const tokenPurposes = [
  'register',
  'reset_password',
  'verify_email',
  'invitation',
  'delete_account',
  'order_status',
  'company_registration',
  'approval_link',
] as const;
export type TokenPurpose = (typeof tokenPurposes)[number];

export type OneTimeToken = { personId: string | null; payload: Record<string, unknown> };

export async function addOneTimeToken(
  tx: DbOrTx,
  p: {
    tokenHash: string;
    purpose: TokenPurpose;
    personId: string | null;
    payload?: Record<string, unknown>;
    expiresAt: Date;
    createdAt: Date;
  },
): Promise<void> {
  await tx.insert(oneTimeTokens).values(p);
}

const live = (p: { tokenHash: string; purpose: TokenPurpose; at: Date }) =>
  and(
    eq(oneTimeTokens.tokenHash, p.tokenHash),
    eq(oneTimeTokens.purpose, p.purpose),
    isNull(oneTimeTokens.usedAt),
    gt(oneTimeTokens.expiresAt, p.at),
  );

/** Looks without using it. Null when unknown, used or over. */
export async function findOneTimeToken(
  db: DbOrTx,
  p: { tokenHash: string; purpose: TokenPurpose; at: Date },
): Promise<OneTimeToken | null> {
  const [row] = await db
    .select({ personId: oneTimeTokens.personId, payload: oneTimeTokens.payload })
    .from(oneTimeTokens)
    .where(live(p));
  return row ?? null;
}

/** Uses it up: of two at once, one gets it. */
export async function takeOneTimeToken(
  tx: Tx,
  p: { tokenHash: string; purpose: TokenPurpose; at: Date },
): Promise<OneTimeToken | null> {
  const [row] = await tx
    .update(oneTimeTokens)
    .set({ usedAt: p.at })
    .where(live(p))
    .returning({ personId: oneTimeTokens.personId, payload: oneTimeTokens.payload });
  return row ?? null;
}

/** Links of the same kind sent earlier stop working. */
export async function voidOneTimeTokens(
  tx: Tx,
  p: { personId: string; purpose: TokenPurpose; at: Date },
): Promise<void> {
  await tx
    .update(oneTimeTokens)
    .set({ usedAt: p.at })
    .where(
      and(eq(oneTimeTokens.personId, p.personId), eq(oneTimeTokens.purpose, p.purpose), isNull(oneTimeTokens.usedAt)),
    );
}

/** What a link that was used once said. Null when unknown, never used, or over. */
export async function findUsedToken(
  db: DbOrTx,
  p: { tokenHash: string; purpose: TokenPurpose; at: Date },
): Promise<OneTimeToken | null> {
  const [row] = await db
    .select({ personId: oneTimeTokens.personId, payload: oneTimeTokens.payload })
    .from(oneTimeTokens)
    .where(
      and(
        eq(oneTimeTokens.tokenHash, p.tokenHash),
        eq(oneTimeTokens.purpose, p.purpose),
        isNotNull(oneTimeTokens.usedAt),
        gt(oneTimeTokens.expiresAt, p.at),
      ),
    );
  return row ?? null;
}
