import { Link } from '@remix-run/react';
import { useLocalePath, useMessages } from '../i18n/words';
import { ThemeChooser } from './choices';
import type { ShellData } from './shell-data';
import { Wordmark } from './wordmark';

export function Footer({ shell }: { shell: ShellData }) {
  const t = useMessages('shell');
  const columns = [
    {
      title: t('footerHelp'),
      links: [
        ['/order-link', t('findOrder')],
        ['/pages/shipping', t('delivery')],
        ['/pages/returns', t('returns')],
        ['/pages/contact', t('contact')],
      ],
    },
    {
      title: t('footerCompany'),
      links: [['/company/apply', t('openCompanyAccount')]],
    },
    {
      title: t('footerLegal'),
      links: [
        ['/pages/about', t('about')],
        ['/pages/imprint', t('imprint')],
        ['/pages/terms', t('terms')],
        ['/pages/privacy', t('privacy')],
      ],
    },
  ] as const;
  return (
    <footer data-page-end="" data-screen-only="" className="mt-16 border-t border-line bg-sunken text-sm">
      <div className="content-width grid grid-cols-2 gap-8 py-10 sm:grid-cols-3 lg:grid-cols-[1.4fr_1fr_1fr_1fr]">
        <div className="flex flex-col gap-2 col-span-2 sm:col-span-3 lg:col-span-1">
          <Wordmark className="h-6" />
          <p className="text-ink-soft">{t('tagline')}</p>
        </div>
        {columns.map(({ title, links }) => (
          <FooterColumn key={title} title={title} links={links} />
        ))}
      </div>
      <div className="border-t border-line">
        <div className="content-width flex flex-wrap items-end gap-x-8 gap-y-4 py-6">
          <ThemeChooser shell={shell} id="footer-theme" />
          <p className="text-ink-faint sm:ms-auto">{t('copyright', { year: shell.year })}</p>
        </div>
      </div>
    </footer>
  );
}

function FooterColumn({ title, links }: { title: string; links: readonly (readonly [string, string])[] }) {
  const to = useLocalePath();
  return (
    <nav aria-label={title}>
      <h2 className="font-semibold">{title}</h2>
      <ul className="mt-2 max-sm:mt-0">
        {links.map(([path, text]) => (
          <li key={path}>
            <Link
              to={to(path)}
              className="inline-block py-1 text-ink-soft no-underline hover:text-ink hover:underline max-sm:py-3"
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
