import { expect, test } from 'vitest';
import { readFlash, redirectWithFlash } from '#app/http/flash.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';

const context = {
  deps: { settings: { secret: 'a secret of thirty-two characters', origin: 'http://localhost:3000' } },
};
const back = (response: Response, secret = context.deps.settings.secret) =>
  readFlash(
    new Request('http://localhost:3000/', {
      headers: { Cookie: response.headers.get('Set-Cookie')?.split(';')[0] ?? '' },
    }),
    { deps: { settings: { ...context.deps.settings, secret } } },
    'de',
  );

test('an act answers 303 in the language it came in, and the next page says the word once', async () => {
  const response = await refusalRedirect(new Request('http://localhost:3000/de/cart'), context, '/orders', {
    ok: false,
    code: 'own_request',
  });
  expect([response.status, response.headers.get('Location')]).toEqual([303, '/de/orders']);
  const { flash, spent } = await back(response);
  expect(flash).toEqual({
    tone: 'bad',
    text: 'Über den eigenen Antrag können Sie nicht entscheiden. Das muss jemand anderes tun.',
  });
  expect(spent).toContain('Max-Age=0');
});

test('a flash signed by another secret says nothing', async () => {
  const response = await redirectWithFlash(new Request('http://localhost:3000/'), context, '/', {
    tone: 'good',
    area: 'cart',
    key: 'title',
  });
  expect((await back(response)).flash?.text).toBe('Ihr Warenkorb');
  expect((await back(response, 'another secret of thirty-two chars')).flash).toBeNull();
});
