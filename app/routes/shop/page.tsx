import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '#app/components/ui/breadcrumbs.tsx';
import { formatMessage } from '#app/domain/i18n/format-message.ts';
import { localePath, locales } from '#app/domain/i18n/locales.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { money } from '#app/domain/money/money.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import { seoMeta } from '#app/http/storefront/seo.server.ts';
import { type Viewer, viewerOf } from '#app/http/viewer.server.ts';
import type { MessageKey, RouteHandle } from '#app/messages/areas.ts';
import { translator } from '#app/messages/translate.server.ts';
import { readSettings } from '#db/queries/settings.server.ts';

/** How many headed parts each page has; their words are in the catalogue. */
const pages = { shipping: 4, returns: 4, privacy: 4, terms: 5, imprint: 4, about: 3, contact: 3 } as const;
type Slug = keyof typeof pages;
const isPage = (slug: string): slug is Slug => Object.hasOwn(pages, slug);

export const handle: RouteHandle = { messages: [] };
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? [{ title: 'Tradepost' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? '';
  if (slug === 'delivery') throw redirect(pathFor(request, '/pages/shipping'), 301);
  if (!isPage(slug)) throw notFound();
  const viewer = await viewerOf(request, context);
  const { locale, market } = viewer;
  const t = translator(locale, 'pages');
  const values = { days: market.returnDays, freeFrom: freeFrom(viewer) };
  const { document } = await readSettings(context.deps.db, { kind: 'pages' });
  const changed = document[locale] ?? {};
  const say = (key: string) => {
    const own = changed[key];
    return own ? formatMessage(own, values, locales[locale].formats) : t(key as MessageKey<'pages'>, values);
  };
  const title = say(`${slug}_title`);
  const intro = say(`${slug}_intro`);
  return {
    title,
    intro,
    updated: t('updated'),
    trail: [{ to: localePath('/', locale), label: t('shop') }],
    parts: Array.from({ length: pages[slug] }, (_, index) => ({
      title: say(`${slug}_${index + 1}_title`),
      text: say(`${slug}_${index + 1}_text`),
    })),
    meta: seoMeta({ origin: context.deps.settings.origin, locale, path: `/pages/${slug}`, title, description: intro }),
  };
}

/** From which worth of goods a standard parcel is free in the market's first country. */
function freeFrom({ market, locale, rules }: Viewer): string {
  const [country] = market.countries;
  const standard = rules.shipping.find(({ code, countries }) => code === 'standard' && countries.includes(country));
  const worth = standard?.freeFrom?.[market.currency] ?? 0n;
  return formatMoney(money(worth, market.currency), locales[locale].formats);
}

export default function Page() {
  const { title, intro, updated, trail, parts } = useLoaderData<typeof loader>();
  return (
    <article className="max-w-text">
      <Breadcrumbs trail={trail} here={title} />
      <h1 className="font-display text-3xl font-medium">{title}</h1>
      <p className="mt-3 text-lg text-ink-soft">{intro}</p>
      {parts.map((part) => (
        <section key={part.title} className="mt-8">
          <h2 className="text-lg font-semibold">{part.title}</h2>
          <p className="mt-1.5">{part.text}</p>
        </section>
      ))}
      <p className="mt-10 text-sm text-ink-faint">{updated}</p>
    </article>
  );
}
