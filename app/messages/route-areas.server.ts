import { matchRoutes } from '@remix-run/react';
import { prefixedLocales, withoutLocale } from '#app/domain/i18n/locales.ts';
import { type PlacedRoute, routeNarrower } from '#app/http/narrow-routes.ts';
import type { Area, RouteHandle } from './areas';

type Page = PlacedRoute & { index?: boolean; handle: unknown };
type Node = Page & { children?: Node[] };

let pages: Promise<(pathname: string) => Node[]> | undefined;

/** The areas the routes of this address ask for in their `handle`, those of their layouts included. */
export async function areasOfPath(pathname: string): Promise<Area[]> {
  pages ??= pagesByPath();
  const path = withoutLocale(pathname);
  const matches = matchRoutes((await pages)(path) as Parameters<typeof matchRoutes>[0], path) ?? [];
  return matches.flatMap(({ route }) => (isRouteHandle(route.handle) ? route.handle.messages : []));
}

const isRouteHandle = (handle: unknown): handle is RouteHandle =>
  typeof handle === 'object' && handle !== null && 'messages' in handle && Array.isArray(handle.messages);

const isPrefixed = (id: string): boolean => prefixedLocales.some((locale) => id.startsWith(`${locale}/`));

/** The pages once, not once per language: they speak the same areas in all of them. */
async function pagesByPath(): Promise<(pathname: string) => Node[]> {
  const { routes } = await import('virtual:remix/server-build');
  const all = Object.values(routes).flatMap((route): Page[] =>
    route && !isPrefixed(route.id) ? [{ ...route, handle: route.module.handle }] : [],
  );
  const narrow = routeNarrower(all);
  const byId = new Map(all.map((page) => [page.id, page]));
  return (pathname) => tree(narrow([pathname]).flatMap((id) => byId.get(id) ?? []));
}

function tree(pages: readonly Page[], parentId?: string): Node[] {
  return pages
    .filter((page) => page.parentId === parentId)
    .map((page) => (page.index ? page : { ...page, children: tree(pages, page.id) }));
}
