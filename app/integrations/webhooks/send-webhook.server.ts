import { signWebhook } from './standard-webhooks.server';

export type WebhookMessage = { url: string; secret: string; id: string; body: string };
export type WebhookReply = { status: number | null; error: string | null; isDelivered: boolean };

const patienceMilliseconds = 10_000;

/** One attempt, signed with wall time as receivers compare it with theirs. Redirects are not followed. */
export async function sendWebhook({ url, secret, id, body }: WebhookMessage): Promise<WebhookReply> {
  const timestampSeconds = Math.floor(Date.now() / 1000);
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMilliseconds),
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'Tradepost',
        'webhook-id': id,
        'webhook-timestamp': String(timestampSeconds),
        'webhook-signature': signWebhook({ secret, id, timestampSeconds, body }),
      },
    });
    await response.body?.cancel();
    return { status: response.status, error: null, isDelivered: response.ok };
  } catch (fault) {
    const cause = (fault as { cause?: { code?: string } }).cause?.code;
    return { status: null, error: cause ?? (fault as Error).name, isDelivered: false };
  }
}
