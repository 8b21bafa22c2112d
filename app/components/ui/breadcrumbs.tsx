import { Link } from '@remix-run/react';
import { useMessages } from '../i18n/words';
import { ChevronEnd } from './icons/arrows';

/** The way here; the page itself is not a link. */
export function Breadcrumbs({ trail, here }: { trail: readonly { to: string; label: string }[]; here: string }) {
  const t = useMessages('shell');
  return (
    <nav aria-label={t('breadcrumbs')} className="mb-4 text-sm text-ink-soft">
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
        {trail.map(({ to, label }) => (
          <li key={to} className="inline-flex items-center gap-1.5">
            <Link to={to} className="py-1 text-ink-soft hover:text-ink">
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
