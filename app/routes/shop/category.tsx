import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useMessages } from '#app/components/i18n/words.tsx';
import { CategoryHeader } from '#app/components/shop/category-header.tsx';
import { Shelf, ShelfDoors } from '#app/components/shop/shelf.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { localePath } from '#app/domain/i18n/locales.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { categoriesOf, categoryAndBelow, childrenOf } from '#app/http/storefront/categories.server.ts';
import { movedOrMissing } from '#app/http/storefront/moved.server.ts';
import { readShelf } from '#app/http/storefront/read-shelf.server.ts';
import { breadcrumbData, seoMeta } from '#app/http/storefront/seo.server.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: ['shop', 'storefront'] };
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? [{ title: 'Tradepost' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const path = params['*'] ?? '';
  const locale = localeOf(request);
  const tree = await categoriesOf(context);
  const category = tree.find((one) => one.path === path);
  if (!category && path !== '') throw await movedOrMissing(request, context);
  const t = translator(locale, 'storefront');
  const to = (slug: string) => localePath(slug ? `/categories/${slug}` : '/categories', locale);
  const shelf = await readShelf(request, context, {
    categoryIds: category ? categoryAndBelow(tree, path) : null,
    search: null,
  });
  const above = path.split('/').slice(0, -1);
  const trail = [
    { to: localePath('/', locale), label: t('shop') },
    ...above.map((_, index) => {
      const up = above.slice(0, index + 1).join('/');
      return { to: to(up), label: wordsIn(tree.find((one) => one.path === up)?.name, locale) || up };
    }),
  ];
  const title = category ? wordsIn(category.name, locale) : t('everything');
  const text = wordsIn(category?.description, locale);
  return {
    title,
    text,
    trail,
    doors: childrenOf(tree, path).map((one) => ({ to: to(one.path), title: wordsIn(one.name, locale) })),
    shelf,
    meta: seoMeta({
      origin: context.deps.settings.origin,
      locale,
      path: path ? `/categories/${path}` : '/categories',
      title,
      description: text || t('metaHome'),
      isHidden: shelf.isNarrowed || !shelf.isFirst,
      data: [breadcrumbData(context.deps.settings.origin, [...trail, { to: to(path), label: title }])],
      ...(category?.picture && { picture: `/pictures/${category.picture}?w=1200` }),
    }),
  };
}

export default function Category() {
  const t = useMessages('storefront');
  const { title, text, trail, doors, shelf } = useLoaderData<typeof loader>();
  return (
    <>
      <CategoryHeader
        title={title}
        text={text}
        trail={trail}
        countText={t('productCount', { count: shelf.total })}
        sort={shelf.sort}
        sorts={shelf.sorts}
      />
      <ShelfDoors label={t('subcategories')} doors={doors} />
      <Shelf
        shelf={shelf}
        empty={{
          title: t('emptyTitle'),
          text: t('emptyText'),
          action: <ButtonLink to="?">{t('emptyAction')}</ButtonLink>,
        }}
      />
    </>
  );
}
