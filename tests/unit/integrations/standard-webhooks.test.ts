import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newWebhookSecret, signWebhook } from '#app/integrations/webhooks/standard-webhooks.server.ts';
import { sharedData } from '#tests/support/shared-data.ts';

describe('what we send is signed as Standard Webhooks says', () => {
  test('the same message under the same secret has the same signature, another secret another', () => {
    const message = { id: 'msg_1', timestampSeconds: 1614265330, body: '{"a":1}' };
    const secret = newWebhookSecret();
    expect(signWebhook({ secret, ...message })).toBe(signWebhook({ secret, ...message }));
    expect(signWebhook({ secret: newWebhookSecret(), ...message })).not.toBe(signWebhook({ secret, ...message }));
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
  });

  const file = sharedData('webhooks/vectors.json');
  test.skipIf(!file)('the published vector', () => {
    const { vector } = JSON.parse(readFileSync(file ?? '', 'utf8')).standard_webhooks;
    const { secret, msg_id, timestamp, payload, expected } = vector;
    expect(signWebhook({ secret, id: msg_id, timestampSeconds: timestamp, body: payload })).toBe(expected);
  });
});
