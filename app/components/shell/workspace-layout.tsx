import { Link, NavLink, useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useLocalePath, useMessages } from '../i18n/words';
import { ChevronDown } from '../ui/icons/arrows';
import { Bag, Menu, Person } from '../ui/icons/shop';
import { Flash } from '../ui/notice';
import { BuyingAsChip } from './buying-as-chip';
import type { ShellData } from './shell-data';
import { SkipLink } from './skip-link';
import { Wordmark } from './wordmark';

export type WorkspaceLink = {
  readonly to: string;
  readonly label: string;
  readonly count?: number;
  /** Current on this very page only, not on those below it. */
  readonly isExact?: boolean;
};

export type WorkspaceSection = {
  readonly title: string;
  readonly links: readonly WorkspaceLink[];
};

type Props = {
  shell: ShellData;
  title: string;
  sections: readonly WorkspaceSection[];
  /** A box in the header that searches this part of the house. */
  search?: ReactNode;
  children: ReactNode;
};

/** The frame of company, sales and back-office pages: a rail beside the page, a sheet from the lower edge on a phone. */
export function WorkspaceLayout({ shell, title, sections, search, children }: Props) {
  const t = useMessages('shell');
  const { pathname } = useLocation();
  return (
    <div className="min-h-dvh max-lg:pb-14">
      <SkipLink>{t('skipToContent')}</SkipLink>
      <WorkspaceHeader shell={shell} title={title} search={search} />
      <div className="mx-auto flex max-w-[96rem]">
        <nav
          data-screen-only=""
          aria-label={t('sectionNavigation')}
          className="sticky top-0 hidden h-dvh w-60 shrink-0 overflow-y-auto border-e border-line p-4 lg:block"
        >
          <SectionLinks sections={sections} />
        </nav>
        <main id="content" tabIndex={-1} className="min-w-0 grow px-4 py-6 outline-none sm:px-6 lg:px-8">
          {shell.flash && (
            <div className="mb-6">
              <Flash tone={shell.flash.tone} text={shell.flash.text} />
            </div>
          )}
          {children}
        </main>
      </div>
      <nav data-screen-only="" aria-label={t('sectionNavigation')} className="fixed inset-x-0 bottom-0 z-30 lg:hidden">
        <details
          key={pathname}
          className="group flex flex-col-reverse border-t border-line bg-raised open:shadow-float"
        >
          <summary className="flex min-h-14 items-center gap-3 px-4 font-medium">
            <Menu /> {title}
            <ChevronDown className="ms-auto size-5 rotate-180 transition-transform group-open:rotate-0" />
          </summary>
          <div className="max-h-[70dvh] overflow-y-auto border-t border-line p-4">
            <SectionLinks sections={sections} />
          </div>
        </details>
      </nav>
    </div>
  );
}

function WorkspaceHeader({ shell, title, search }: Pick<Props, 'shell' | 'title' | 'search'>) {
  const t = useMessages('shell');
  const to = useLocalePath();
  const icon = 'inline-flex min-h-11 items-center gap-2 text-ink no-underline hover:text-accent';
  return (
    <header
      data-screen-only=""
      className={`border-b bg-paper ${shell.viewer?.company ? 'border-company' : 'border-line'}`}
    >
      <div className="mx-auto flex max-w-[96rem] flex-wrap items-center gap-x-5 gap-y-1 px-4 py-2 sm:px-6">
        <Link to={to('/')} className="text-ink no-underline">
          <Wordmark className="h-6" />
        </Link>
        <span className="border-s border-line ps-4 text-ink-soft max-sm:hidden">{title}</span>
        {search && <div className="min-w-0 grow max-sm:order-last max-sm:w-full">{search}</div>}
        <span className="ms-auto min-w-0 max-sm:order-last max-sm:ms-0 max-sm:w-full">
          <BuyingAsChip viewer={shell.viewer} />
        </span>
        <Link to={to('/account')} className={`${icon} max-sm:ms-auto`}>
          <Person />
          <span className="max-sm:sr-only">{shell.viewer?.name ?? t('account')}</span>
        </Link>
        <Link to={to('/cart')} aria-label={t('cartCount', { count: shell.cartCount })} className={icon}>
          <Bag />
          <span className="tabular" aria-hidden="true">
            {shell.cartCount}
          </span>
        </Link>
      </div>
    </header>
  );
}

function SectionLinks({ sections }: { sections: readonly WorkspaceSection[] }) {
  return sections.map(({ title, links }) => (
    <div key={title} className="mb-5">
      <p className="mb-1 px-3 text-sm font-semibold text-ink-faint">{title}</p>
      <ul>
        {links.map(({ to, label, count, isExact }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={isExact}
              prefetch="intent"
              className="flex min-h-10 items-center justify-between gap-3 rounded px-3 text-ink-soft no-underline hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {label}
              {count ? (
                <span className="tabular rounded-full bg-accent px-2 text-xs font-semibold text-on-accent">
                  {count}
                </span>
              ) : null}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  ));
}
