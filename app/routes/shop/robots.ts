import type { LoaderFunctionArgs } from '@remix-run/node';

const closed = [
  '/api/',
  '/cart',
  '/checkout',
  '/orders',
  '/account',
  '/company',
  '/sales',
  '/admin',
  '/dev',
  '/search',
];

export const loader = ({ context }: LoaderFunctionArgs) =>
  new Response(
    [
      'User-agent: *',
      ...closed.map((path) => `Disallow: ${path}`),
      '',
      `Sitemap: ${context.deps.settings.origin}/sitemap.xml`,
      '',
    ].join('\n'),
    { headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' } },
  );
