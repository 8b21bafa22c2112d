import type { LoaderFunctionArgs } from '@remix-run/node';
import type { Suggestion } from '#app/components/shell/header-search.tsx';
import { localePath } from '#app/domain/i18n/locales.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { categoriesOf } from '#app/http/storefront/categories.server.ts';
import { suggestProducts } from '#app/http/storefront/read-search.server.ts';

const mostCategories = 2;

/** What somebody typing may mean: shelves whose name begins so, then products, each an address. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const typed = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 100);
  if (typed.length < 2) return Response.json({ suggestions: [] satisfies Suggestion[] });
  const locale = localeOf(request);
  const begins = typed.toLocaleLowerCase();
  const shelves = (await categoriesOf(context))
    .map(({ path, name }) => ({ to: localePath(`/categories/${path}`, locale), title: wordsIn(name, locale) }))
    .filter(({ title }) => title.toLocaleLowerCase().includes(begins))
    .slice(0, mostCategories);
  const products = await suggestProducts(request, context, typed);
  return Response.json({ suggestions: [...shelves, ...products] satisfies Suggestion[] });
}
