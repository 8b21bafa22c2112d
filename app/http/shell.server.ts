import type { AppLoadContext } from '@remix-run/node';
import type { ShellData } from '#app/components/shell/shell-data.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { readFlash } from './flash.server';
import { localeOf } from './locale.server';
import { readTheme } from './theme.server';

const euroMarket = { code: 'DE', name: 'Germany', currency: 'EUR' };

/** What the frame of every page shows, and the cookies that reading it spends. */
export async function readShell(
  request: Request,
  context: AppLoadContext,
): Promise<{ shell: ShellData; headers: Headers }> {
  const { deps } = context;
  const url = new URL(request.url);
  const isDemo = deps.settings.mode === 'demo';
  const locale = localeOf(request);
  if (locales[locale].generated && !isDemo) throw new Response(null, { status: 404 });
  const { flash, spent } = await readFlash(request, context, locale);
  const shell: ShellData = {
    locale,
    address: url.pathname + url.search,
    theme: await readTheme(request),
    isDemo,
    origin: url.origin,
    year: deps.now().getUTCFullYear(),
    viewer: null,
    cartCount: 0,
    market: euroMarket,
    markets: [euroMarket],
    categories: [],
    flash,
  };
  return { shell, headers: new Headers(spent ? { 'Set-Cookie': spent } : {}) };
}
