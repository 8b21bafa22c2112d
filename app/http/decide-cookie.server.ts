import { createCookie } from '@remix-run/node';
import type { Settings } from '#app/deps.server.ts';

type CookieSettings = Pick<Settings, 'origin' | 'secret'>;

/** The browser that opened a link of a mail may look at it again for half an hour; no other may. */
const cookie = (settings: CookieSettings) =>
  createCookie('decide', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: settings.origin.startsWith('https:'),
    maxAge: 1_800,
    secrets: [settings.secret],
  });

export async function readDecideCookie(request: Request, settings: CookieSettings): Promise<string | null> {
  const value: unknown = await cookie(settings).parse(request.headers.get('Cookie'));
  return typeof value === 'string' ? value : null;
}

export const rememberDecide = (token: string, settings: CookieSettings): Promise<string> =>
  cookie(settings).serialize(token);
