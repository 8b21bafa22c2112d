import { createHmac, randomBytes } from 'node:crypto';

/** A secret as Standard Webhooks writes it: `whsec_` and base64. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`;

/** "v1,<base64>": HMAC-SHA256 of `id.timestamp.body` under the decoded secret (standardwebhooks.com). */
export function signWebhook(p: { secret: string; id: string; timestampSeconds: number; body: string }): string {
  const key = Buffer.from(p.secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${p.id}.${p.timestampSeconds}.${p.body}`).digest('base64')}`;
}
