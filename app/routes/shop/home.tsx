import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { CompanyBand, Hero } from '#app/components/shop/hero.tsx';
import { LastOrder } from '#app/components/shop/last-order.tsx';
import { Picture } from '#app/components/shop/picture.tsx';
import { ProductGrid } from '#app/components/shop/product-card.tsx';
import { Suggestions } from '#app/components/shop/suggestions.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { localePath } from '#app/domain/i18n/locales.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { lastOrderOf } from '#app/http/last-order.server.ts';
import { categoriesOf, childrenOf } from '#app/http/storefront/categories.server.ts';
import { showPictures } from '#app/http/storefront/pictures.server.ts';
import { readCards } from '#app/http/storefront/read-shelf.server.ts';
import { seoMeta } from '#app/http/storefront/seo.server.ts';
import { suggestionsFor } from '#app/http/suggestions-view.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { translator } from '#app/messages/translate.server.ts';

export const handle: RouteHandle = { messages: ['shop', 'storefront', 'suggestions'] };
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? [{ title: 'Tradepost' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  const viewer = viewerOf(request, context);
  const [tree, products, lastOrder, suggestions, { buyingAs }] = await Promise.all([
    categoriesOf(context),
    readCards(request, context, { limit: 8, search: null }),
    viewer.then((known) => lastOrderOf(context, known)),
    viewer.then((known) => suggestionsFor(context, known)),
    viewer,
  ]);
  const shelves = childrenOf(tree, '');
  const pictureOf = ({ picture }: { picture: string | null }) =>
    picture === null ? null : { source: picture, alt: {} };
  const show = await showPictures(context.deps, shelves.map(pictureOf), locale);
  const { origin } = context.deps.settings;
  return {
    products,
    lastOrder,
    suggestions,
    invitesCompanies: buyingAs.kind === 'consumer',
    shelves: shelves.map((one) => ({
      to: localePath(`/categories/${one.path}`, locale),
      title: wordsIn(one.name, locale),
      picture: show(pictureOf(one), ''),
    })),
    meta: seoMeta({
      origin,
      locale,
      path: '/',
      title: translator(locale, 'shop')('homeTitle'),
      description: translator(locale, 'storefront')('metaHome'),
      data: [
        {
          '@context': 'https://schema.org',
          '@type': 'Organization',
          name: 'Tradepost',
          url: origin,
          logo: `${origin}/icons/icon-512.png`,
        },
        {
          '@context': 'https://schema.org',
          '@type': 'WebSite',
          name: 'Tradepost',
          url: origin,
          potentialAction: {
            '@type': 'SearchAction',
            target: `${origin}/search?q={search_term_string}`,
            'query-input': 'required name=search_term_string',
          },
        },
      ],
    }),
  };
}

export default function Home() {
  const t = useMessages('shop');
  const say = useMessages('storefront');
  const to = useLocalePath();
  const { products, shelves, lastOrder, suggestions, invitesCompanies } = useLoaderData<typeof loader>();
  return (
    <div className="grid gap-14">
      <Hero
        title={t('homeTitle')}
        text={t('homeText')}
        action={
          <ButtonLink tone="primary" size="large" to={to('/categories/coffee')} prefetch="intent">
            {t('homeAction')}
          </ButtonLink>
        }
      />
      {lastOrder && <LastOrder order={lastOrder} />}
      <Suggestions suggestions={suggestions} />
      <section aria-labelledby="best-sellers" className="grid gap-6">
        <h2 id="best-sellers" className="font-display text-2xl font-medium">
          {say('bestSellers')}
        </h2>
        <ProductGrid products={products} seenAtOnce={0} />
      </section>
      <section aria-labelledby="shelves" className="grid gap-6">
        <h2 id="shelves" className="font-display text-2xl font-medium">
          {say('ourShelves')}
        </h2>
        <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-6">
          {shelves.map((shelf) => (
            <li key={shelf.to}>
              <Link to={shelf.to} prefetch="intent" className="group grid gap-2 text-ink no-underline">
                <Picture
                  picture={shelf.picture}
                  sizes="(width >= 64rem) 11rem, (width >= 40rem) 30vw, 46vw"
                  className="rounded"
                />
                <span className="font-medium group-hover:text-accent">{shelf.title}</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      {invitesCompanies && (
        <CompanyBand
          title={t('forCompanies')}
          text={t('forCompaniesText')}
          action={<ButtonLink to={to('/company/apply')}>{t('forCompaniesAction')}</ButtonLink>}
        />
      )}
    </div>
  );
}
