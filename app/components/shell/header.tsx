import { Link, NavLink } from '@remix-run/react';
import { useLocalePath, useMessages } from '../i18n/words';
import { Bag, Globe, Menu, Person } from '../ui/icons/shop';
import { useCartCount } from './cart-count';
import { BuyingAsChip } from './buying-as-chip';
import { LanguageLinks, MarketChooser } from './choices';
import { HeaderSearch } from './header-search';
import type { ShellData } from './shell-data';
import { Wordmark } from './wordmark';

/** The counter: name, search, who buys, account, cart; below it the shelves. */
export function StorefrontHeader({ shell }: { shell: ShellData }) {
  const t = useMessages('shell');
  const to = useLocalePath();
  const cartCount = useCartCount(shell.cartCount);
  return (
    <header
      data-screen-only=""
      className={`border-b bg-paper ${shell.viewer?.company ? 'border-company' : 'border-line'}`}
    >
      <div className="content-width flex flex-wrap items-center gap-x-5 gap-y-2 py-3">
        <Link to={to('/')} className="me-auto text-ink no-underline md:me-0">
          <Wordmark />
        </Link>
        <div className="order-last w-full md:order-none md:w-auto md:grow">
          <HeaderSearch address={shell.address} />
        </div>
        <div className="hidden min-w-0 sm:block">
          <BuyingAsChip viewer={shell.viewer} />
        </div>
        <PlaceChooser shell={shell} />
        <Link
          to={to(shell.viewer ? '/account' : '/sign-in')}
          className="inline-flex min-h-11 items-center gap-2 text-ink no-underline hover:text-accent"
        >
          <Person />
          <span className="max-md:sr-only">{shell.viewer ? t('account') : t('signIn')}</span>
        </Link>
        <Link
          to={to('/cart')}
          aria-label={t('cartCount', { count: cartCount })}
          className="relative inline-flex min-h-11 items-center gap-2 text-ink no-underline hover:text-accent"
        >
          <Bag />
          <span aria-hidden="true" className="max-md:hidden">
            {t('cart')}
          </span>
          {cartCount > 0 && (
            <span
              aria-hidden="true"
              className="tabular inline-grid min-w-5 place-items-center rounded-full bg-accent px-1.5 text-xs font-semibold text-on-accent"
            >
              {cartCount}
            </span>
          )}
        </Link>
      </div>
      <CategoryNavigation shell={shell} />
    </header>
  );
}

/** Where it is sent, in which currency, in which language: one tap away on every page. */
function PlaceChooser({ shell }: { shell: ShellData }) {
  const t = useMessages('shell');
  return (
    <details key={shell.address} className="group relative">
      <summary className="inline-flex min-h-11 items-center gap-2 hover:text-accent">
        <Globe />
        <span className="sr-only">{t('marketAndLanguage')}: </span>
        <span className="max-md:sr-only">{shell.market.currency}</span>
      </summary>
      <div className="absolute end-0 top-full z-40 grid w-72 gap-4 rounded border border-line bg-raised p-4 shadow-float max-md:end-[-5rem]">
        <MarketChooser shell={shell} id="header-market" />
        <LanguageLinks address={shell.address} isDemo={shell.isDemo} />
      </div>
    </details>
  );
}

function CategoryNavigation({ shell }: { shell: ShellData }) {
  const t = useMessages('shell');
  const to = useLocalePath();
  const links = (look: string) =>
    shell.categories.map(({ path, title }) => (
      <li key={path}>
        <NavLink to={to(path)} prefetch="intent" className={look}>
          {title}
        </NavLink>
      </li>
    ));
  return (
    <nav aria-label={t('mainNavigation')} className="content-width relative">
      <ul className="hidden gap-6 md:flex">
        {links(
          'inline-block border-b-2 border-transparent py-2.5 text-ink-soft no-underline hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink',
        )}
      </ul>
      <div className="absolute end-4 top-1.5 max-w-[65%] sm:hidden">
        <BuyingAsChip viewer={shell.viewer} />
      </div>
      <details className="group border-t border-line md:hidden">
        <summary className="inline-flex min-h-11 items-center gap-2 font-medium">
          <Menu /> {t('openMenu')}
        </summary>
        <ul className="grid grid-cols-2 gap-x-4 pb-3">
          {links(
            'block py-2 text-ink-soft no-underline aria-[current=page]:font-semibold aria-[current=page]:text-ink',
          )}
        </ul>
      </details>
    </nav>
  );
}
