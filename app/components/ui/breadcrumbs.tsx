import { Link } from '@remix-run/react';
import { useMessages } from '../i18n/words';
import { ChevronEnd } from './icons/arrows';

/** The way here; the page itself is not a link. On a phone only the step before it. */
export function Breadcrumbs({ trail, here }: { trail: readonly { to: string; label: string }[]; here: string }) {
  const t = useMessages('shell');
  return (
    <nav aria-label={t('breadcrumbs')} className="mb-4 text-sm text-ink-soft max-sm:-mt-3 max-sm:mb-1">
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
        {trail.map(({ to, label }) => (
          <li key={to} className="inline-flex items-center gap-1.5 max-sm:not-nth-last-2:hidden">
            <Link to={to} className="py-1 text-ink-soft no-underline hover:text-ink hover:underline max-sm:py-3">
              {label}
            </Link>
            <ChevronEnd className="size-3.5 text-ink-faint" />
          </li>
        ))}
        <li aria-current="page" className="text-ink">
          {here}
        </li>
      </ol>
    </nav>
  );
}
