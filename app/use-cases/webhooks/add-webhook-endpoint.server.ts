import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { newWebhookSecret } from '#app/integrations/webhooks/standard-webhooks.server.ts';
import { addWebhookEndpoint as addRow } from '#db/queries/webhooks.server.ts';

/** The secret is answered once, here. Outside a demo an endpoint is https. */
export async function addWebhookEndpoint(
  { db, now, settings }: Deps,
  input: { url: string; types: string[]; companyId: string | null; apiKeyId: string | null },
): Promise<Outcome<{ id: string; secret: string }, 'https_needed'>> {
  if (settings.mode === 'production' && !input.url.startsWith('https://')) return refused('https_needed');
  const id = newId();
  const secret = newWebhookSecret();
  await addRow(db, { ...input, id, secret, createdAt: now() });
  return ok({ id, secret });
}
