import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { CategoryHeader } from '#app/components/shop/category-header.tsx';
import { Shelf } from '#app/components/shop/shelf.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { SearchBox } from '#app/components/ui/search-box.tsx';
import { localePath } from '#app/domain/i18n/locales.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { readSearch } from '#app/http/storefront/read-search.server.ts';
import { seoMeta } from '#app/http/storefront/seo.server.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: ['shop', 'storefront'] };
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? [{ title: 'Tradepost' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  const t = translator(locale, 'storefront');
  const typed = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 200);
  const answer = typed ? await readSearch(request, context, typed) : null;
  const isNothing = answer !== null && answer.shelf.total === 0 && !answer.shelf.isNarrowed;
  const title = !answer
    ? t('searchEmptyTitle')
    : t(isNothing ? 'nothingFoundTitle' : 'searchTitle', { words: answer.how === 'corrected' ? answer.words : typed });
  return {
    typed,
    title,
    answer,
    trail: [{ to: localePath('/', locale), label: t('shop') }],
    meta: seoMeta({
      origin: context.deps.settings.origin,
      locale,
      path: '/search',
      title,
      description: title,
      isHidden: true,
    }),
  };
}

export default function Search() {
  const t = useMessages('storefront');
  const to = useLocalePath();
  const { typed, title, answer, trail } = useLoaderData<typeof loader>();
  const shelves = <ButtonLink to={to('/categories')}>{t('ourShelves')}</ButtonLink>;
  if (!answer)
    return (
      <div className="grid gap-6">
        <h1 className="font-display text-3xl font-medium">{title}</h1>
        <SearchBox defaultValue={typed} id="search-page" />
        <EmptyState title={t('searchEmptyTitle')} text={t('searchEmptyText')} action={shelves} />
      </div>
    );
  const { shelf, how } = answer;
  const said = how === 'corrected' ? 'correctedTo' : how === 'any_word' ? 'anyOf' : null;
  return (
    <>
      <CategoryHeader
        title={title}
        trail={trail}
        countText={t('productCount', { count: shelf.total })}
        sort={shelf.sort}
        sorts={shelf.sorts}
      />
      {said && (
        <div className="mb-6">
          <Notice tone="info">{t(said, { typed, words: answer.words })}</Notice>
        </div>
      )}
      <Shelf
        shelf={shelf}
        empty={
          shelf.isNarrowed
            ? { title: t('emptyTitle'), text: t('emptyText') }
            : { title: t('nothingFoundTitle', { words: typed }), text: t('nothingFoundText'), action: shelves }
        }
      />
    </>
  );
}
