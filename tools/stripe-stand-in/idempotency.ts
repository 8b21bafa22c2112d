import { createHash } from 'node:crypto';
import { Fault } from './faults.ts';
import type { Store } from './store.ts';

/** What was answered under a key. */
export type Remembered = {
  readonly id: string;
  readonly fingerprint: string;
  readonly status: number;
  readonly body: string;
  readonly requestId: string;
  readonly atMs: number;
};

/** Stripe keeps keys at least 24 hours; so do we, and not much longer. */
export const keptForMs = 25 * 60 * 60 * 1000;

export const fingerprint = (method: string, path: string, body: string): string =>
  createHash('sha256')
    .update(
      `${method} ${path}\n${[...new URLSearchParams(body)]
        .map(([k, v]) => `${k}=${v}`)
        .sort()
        .join('\n')}`,
    )
    .digest('base64url');

const conflict = (message: string, code?: string, status = 400) =>
  new Fault(status, { type: 'idempotency_error', message, ...(code ? { code } : {}) });

/** Keys in use by a call that has not answered yet. */
export class Idempotency {
  private readonly inUse = new Set<string>();

  constructor(private readonly store: Store) {}

  /** The earlier answer to replay, or null after which the key is taken until `release`.
   *  @throws Fault 400 for another request under the same key, 409 while the first one still runs */
  begin(key: string, print: string): Remembered | null {
    if (key.length > 255) throw conflict('Idempotency keys can be up to 255 characters long.');
    const earlier = this.store.get('remembered', key);
    if (earlier && Date.now() - earlier.atMs < keptForMs) {
      if (earlier.fingerprint !== print)
        throw conflict(
          `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
        );
      return earlier;
    }
    if (this.inUse.has(key))
      throw conflict(
        `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}.`,
        'idempotency_key_in_use',
        409,
      );
    this.inUse.add(key);
    return null;
  }

  remember(answer: Remembered): void {
    this.store.put('remembered', answer);
  }

  release(key: string): void {
    this.inUse.delete(key);
  }

  forgetOld(): void {
    for (const { id, atMs } of this.store.oldestFirst('remembered')) {
      if (Date.now() - atMs < keptForMs) return;
      this.store.remove('remembered', id);
    }
  }
}
