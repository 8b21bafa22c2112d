import { Link } from '@remix-run/react';
import { PageHead } from '../company/page-head';
import { useLocalePath, useMessages } from '../i18n/words';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';

export type FoundKind = 'orders' | 'people' | 'companies' | 'skus' | 'purchaseOrders';
export type Found = { readonly to: string; readonly title: string; readonly about: string };
export type FoundGroup = { readonly kind: FoundKind; readonly found: readonly Found[] };

/** What a search over everything found, by kind. */
export function SearchResults({ words, groups }: { words: string; groups: readonly FoundGroup[] }) {
  const t = useMessages('office');
  const to = useLocalePath();
  return (
    <>
      <PageHead title={words ? t('resultsFor', { words }) : t('searchAll')} />
      {groups.length === 0 ? (
        <EmptyState title={words ? t('nothingFound') : t('searchAllHint')} text={t('nothingFoundText')} />
      ) : (
        <div className="grid items-start gap-4 md:grid-cols-2">
          {groups.map(({ kind, found }) => (
            <Card key={kind} title={t(`found_${kind}`)}>
              <ul>
                {found.map((one) => (
                  <li key={`${one.to} ${one.title}`}>
                    <Link
                      to={to(one.to)}
                      className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-t border-line py-2 no-underline hover:bg-sunken"
                    >
                      <span className="font-medium break-all">{one.title}</span>
                      <span className="text-sm break-all text-ink-soft">{one.about}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </Card>
          ))}
        </div>
      )}
    </>
  );
}
