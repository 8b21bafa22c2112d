import { Link, useSearchParams } from '@remix-run/react';
import { useMessages } from '../i18n/words';
import { ChevronEnd, ChevronStart } from './icons/arrows';
import { buttonClasses } from './button-classes';

/** Pages by cursor: the address says where, and back is the browser's own. `first` leads to the beginning. */
export function Pagination({ next, isFirst }: { next: string | null; isFirst: boolean }) {
  const t = useMessages('shell');
  const [search] = useSearchParams();
  if (!next && isFirst) return null;
  const at = (cursor: string | null) => {
    const params = new URLSearchParams(search);
    if (cursor) params.set('cursor', cursor);
    else params.delete('cursor');
    return `?${params.toString()}`;
  };
  const look = buttonClasses('quiet', 'normal', false);
  return (
    <nav aria-label={t('pages')} className="mt-6 flex justify-between gap-3">
      {isFirst ? (
        <span />
      ) : (
        <Link to={at(null)} className={look}>
          <ChevronStart /> {t('firstPage')}
        </Link>
      )}
      {next && (
        <Link to={at(next)} rel="next" prefetch="intent" className={look}>
          {t('nextPage')} <ChevronEnd />
        </Link>
      )}
    </nav>
  );
}
