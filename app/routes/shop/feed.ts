import type { LoaderFunctionArgs } from '@remix-run/node';
import { merchantFeed } from '#app/http/storefront/merchant-feed.server.ts';

/** /feed.xml: what is sold to everybody, as RSS 2.0 with the fields shopping search engines read. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return new Response(await merchantFeed(context.deps, { market: searchParams.get('market') }), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  });
}
