import type { AppLoadContext } from '@remix-run/node';
import type { MarketChoice, ShellData } from '#app/components/shell/shell-data.ts';
import { countryName } from '#app/domain/i18n/names.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import { countCartLines } from '#db/queries/carts.server.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { buyingAsValue } from './buying-as.server';
import { cartBuyerOf } from './cart-buyer.server';
import { readFlash } from './flash.server';
import { categoriesOf, childrenOf } from './storefront/categories.server';
import { localeOf } from './locale.server';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { type Market, openMarkets } from '#app/domain/checkout/markets.ts';
import { type Viewer, viewerOf } from './viewer.server';

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
  const viewer = await viewerOf(request, context);
  const { flash, spent } = await readFlash(request, context, locale);
  const [cartCount, tree] = await Promise.all([countCartLines(deps.db, cartBuyerOf(viewer)), categoriesOf(context)]);
  const shell: ShellData = {
    locale,
    address: url.pathname + url.search,
    theme: viewer.theme,
    isDemo,
    origin: url.origin,
    year: deps.now().getUTCFullYear(),
    viewer: shellViewer(viewer),
    buyingAs: buyingAsValue(viewer),
    cartCount,
    market: marketChoice(viewer.market, locale),
    markets: openMarkets(viewer.rules.markets).map((market) => marketChoice(market, locale)),
    categories: childrenOf(tree, '').map(({ path, name }) => ({
      path: `/categories/${path}`,
      title: wordsIn(name, locale),
    })),
    flash,
  };
  const headers = new Headers(spent ? { 'Set-Cookie': spent } : {});
  // the session lives on while it is used; its cookie has to live as long
  if (viewer.session?.wasRenewed) {
    headers.append('Set-Cookie', sessionStore(deps.db, deps.settings).cookie(viewer.session.token));
  }
  return { shell, headers };
}

function marketChoice({ code, countries, currency }: Market, locale: Locale): MarketChoice {
  const [home] = countries;
  return {
    code,
    currency,
    name: countryName(home, locales[locale].formats),
  };
}

function shellViewer({ person, buyingAs, memberships, staff }: Viewer): ShellData['viewer'] {
  if (!person) return null;
  const company = buyingAs.kind === 'consumer' ? null : { name: buyingAs.company.name, unit: buyingAs.unit.name };
  return {
    name: person.name,
    email: person.email,
    company,
    canSwitch: memberships.length > 0 || company !== null,
    isStaff: staff !== null,
  };
}
