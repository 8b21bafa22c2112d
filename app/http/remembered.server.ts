import { createCookie } from '@remix-run/node';
import type { Settings } from '#app/deps.server.ts';
import { type Market, type Markets, openMarket } from '#app/domain/checkout/markets.ts';

type CookieSettings = Pick<Settings, 'origin' | 'secret'>;

const aYear = 365 * 24 * 3600;
const common = (settings: CookieSettings) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: settings.origin.startsWith('https:'),
  maxAge: aYear,
});

const marketCookie = (settings: CookieSettings) => createCookie('market', common(settings));

/** The store's default where nothing was chosen. */
export async function readMarket(request: Request, settings: CookieSettings, markets: Markets): Promise<Market> {
  const value: unknown = await marketCookie(settings).parse(request.headers.get('Cookie'));
  return (typeof value === 'string' ? openMarket(markets, value) : null) ?? markets[0];
}

export const rememberMarket = (code: string, settings: CookieSettings): Promise<string> =>
  marketCookie(settings).serialize(code);

/** Signed: a visitor's cart opens to whoever holds its cookie, and to nobody who guesses. */
const cartCookie = (settings: CookieSettings) =>
  createCookie('cart', { ...common(settings), secrets: [settings.secret] });

export async function readCartId(request: Request, settings: CookieSettings): Promise<string | null> {
  const value: unknown = await cartCookie(settings).parse(request.headers.get('Cookie'));
  return typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value) ? value : null;
}

export const rememberCartId = (cartId: string, settings: CookieSettings): Promise<string> =>
  cartCookie(settings).serialize(cartId);

export const forgetCartId = (settings: CookieSettings): Promise<string> =>
  cartCookie(settings).serialize('', { maxAge: 0 });
