import { createHash } from 'node:crypto';
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '#db/client.server.ts';
import { rateLimits } from '#db/schema/identity.ts';

/** How many, in how many seconds. */
export type RateLimit = { readonly name: string; readonly points: number; readonly seconds: number };

export type RateVerdict = { allowed: true } | { allowed: false; retryAfterSeconds: number };

const limiters = new WeakMap<Db, Map<string, RateLimiterDrizzle>>();

function limiterOf(db: Db, limit: RateLimit): RateLimiterDrizzle {
  const ofDb = limiters.get(db) ?? new Map<string, RateLimiterDrizzle>();
  limiters.set(db, ofDb);
  const known = ofDb.get(limit.name);
  if (known) return known;
  const made = new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimits,
    keyPrefix: limit.name,
    points: limit.points,
    duration: limit.seconds,
    clearExpiredByTimeout: false,
    inMemoryBlockOnConsumed: limit.points + 1,
  });
  ofDb.set(limit.name, made);
  return made;
}

/** Whom it counts, without saying who: addresses and e-mails are not kept. */
const hidden = (subject: string) => createHash('sha256').update(subject).digest('base64url').slice(0, 32);

/** Counts one attempt, in all processes together; the first beyond the limit is refused. Never inside a transaction:
 *  an attempt counts also when what it tried is rolled back. */
export async function countAttempt(db: Db, limit: RateLimit, subject: string): Promise<RateVerdict> {
  try {
    await limiterOf(db, limit).consume(hidden(subject));
    return { allowed: true };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
  }
}

/** Takes back what was counted for an attempt that turned out right. */
export async function forgiveAttempt(db: Db, limit: RateLimit, subject: string): Promise<void> {
  await limiterOf(db, limit).reward(hidden(subject));
}
