import type { ReactNode } from 'react';
import { useMessages } from '../i18n/words';
import { Flash } from '../ui/notice';
import { Footer } from './footer';
import { StorefrontHeader } from './header';
import type { ShellData } from './shell-data';
import { SkipLink } from './skip-link';

export function StorefrontLayout({ shell, children }: { shell: ShellData; children: ReactNode }) {
  const t = useMessages('shell');
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink>{t('skipToContent')}</SkipLink>
      <StorefrontHeader shell={shell} />
      <main id="content" tabIndex={-1} className="content-width grow py-6 outline-none md:py-10">
        {shell.flash && (
          <div className="mb-6">
            <Flash tone={shell.flash.tone} text={shell.flash.text} />
          </div>
        )}
        {children}
      </main>
      <Footer shell={shell} />
    </div>
  );
}
