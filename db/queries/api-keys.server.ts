import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';
import { apiKeys, idempotentAnswers, persons } from '#db/schema/identity.ts';
import { companies } from '#db/schema/companies.ts';

export type ApiKeyRow = {
  id: string;
  companyId: string | null;
  scopes: string[];
  name: string;
  lastCharacters: string;
};

/** Null when there is no such key, it was revoked, or its company is suspended. */
export async function findApiKey(db: DbOrTx, p: { keyHash: string }): Promise<ApiKeyRow | null> {
  const [row] = await db
    .select({
      id: apiKeys.id,
      companyId: apiKeys.companyId,
      scopes: apiKeys.scopes,
      name: apiKeys.name,
      lastCharacters: apiKeys.lastCharacters,
    })
    .from(apiKeys)
    .leftJoin(companies, eq(companies.id, apiKeys.companyId))
    .where(
      and(
        eq(apiKeys.keyHash, p.keyHash),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.companyId), sql`${companies.status} <> 'suspended'`),
      ),
    );
  return row ?? null;
}

export type NewApiKey = {
  id: string;
  keyHash: string;
  lastCharacters: string;
  name: string;
  companyId: string | null;
  scopes: string[];
  createdBy: string | null;
  createdAt: Date;
};
export async function addApiKey(db: DbOrTx, key: NewApiKey): Promise<void> {
  await db.insert(apiKeys).values(key);
}

export type ListedApiKey = Omit<ApiKeyRow, 'companyId'> & {
  company: string | null;
  createdBy: string | null;
  createdAt: Date;
  revokedAt: Date | null;
};

/** Every key of the store and of its companies, newest first; `after` is the last of the page before. */
export async function listApiKeys(
  db: DbOrTx,
  p: { after: { createdAt: Date; id: string } | null; limit: number },
): Promise<ListedApiKey[]> {
  return db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      lastCharacters: apiKeys.lastCharacters,
      scopes: apiKeys.scopes,
      company: companies.name,
      createdBy: persons.name,
      createdAt: apiKeys.createdAt,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .leftJoin(companies, eq(companies.id, apiKeys.companyId))
    .leftJoin(persons, eq(persons.id, apiKeys.createdBy))
    .where(
      p.after
        ? sql`(${apiKeys.createdAt}, ${apiKeys.id}) < (${p.after.createdAt.toISOString()}::timestamptz, ${p.after.id}::uuid)`
        : undefined,
    )
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(p.limit);
}

/** Null when there is none, or it was revoked before. */
export async function revokeApiKey(
  db: DbOrTx,
  p: { id: string; at: Date },
): Promise<{ companyId: string | null } | null> {
  const [row] = await db
    .update(apiKeys)
    .set({ revokedAt: p.at })
    .where(and(eq(apiKeys.id, p.id), isNull(apiKeys.revokedAt)))
    .returning({ companyId: apiKeys.companyId });
  return row ?? null;
}

export type EarlierAnswer = { fingerprint: string; status: number | null; body: unknown };

/** Takes an idempotency key for this call: null when it is ours to work, else what an earlier call left. A call that
 *  never answered gives its key back after `staleBefore`. */
export async function takeIdempotencyKey(
  db: DbOrTx,
  p: { apiKeyId: string; key: string; fingerprint: string; at: Date; staleBefore: Date },
): Promise<EarlierAnswer | null> {
  const taken = await db
    .insert(idempotentAnswers)
    .values({ apiKeyId: p.apiKeyId, key: p.key, fingerprint: p.fingerprint, createdAt: p.at })
    .onConflictDoUpdate({
      target: [idempotentAnswers.apiKeyId, idempotentAnswers.key],
      set: { createdAt: p.at },
      setWhere: and(
        isNull(idempotentAnswers.status),
        eq(idempotentAnswers.fingerprint, p.fingerprint),
        lt(idempotentAnswers.createdAt, p.staleBefore),
      ),
    })
    .returning({ key: idempotentAnswers.key });
  if (taken.length > 0) return null;
  const [earlier] = await db
    .select({
      fingerprint: idempotentAnswers.fingerprint,
      status: idempotentAnswers.status,
      body: idempotentAnswers.body,
    })
    .from(idempotentAnswers)
    .where(and(eq(idempotentAnswers.apiKeyId, p.apiKeyId), eq(idempotentAnswers.key, p.key)));
  return earlier ?? null;
}

export async function keepAnswer(
  db: DbOrTx,
  p: { apiKeyId: string; key: string; status: number; body: unknown },
): Promise<void> {
  await db
    .update(idempotentAnswers)
    .set({ status: p.status, body: p.body })
    .where(and(eq(idempotentAnswers.apiKeyId, p.apiKeyId), eq(idempotentAnswers.key, p.key)));
}

/** A call that failed before it did anything: its key may be used again. */
export async function dropIdempotencyKey(db: DbOrTx, p: { apiKeyId: string; key: string }): Promise<void> {
  await db
    .delete(idempotentAnswers)
    .where(
      and(
        eq(idempotentAnswers.apiKeyId, p.apiKeyId),
        eq(idempotentAnswers.key, p.key),
        isNull(idempotentAnswers.status),
      ),
    );
}
