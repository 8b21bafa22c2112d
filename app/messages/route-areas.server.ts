import { matchRoutes } from '@remix-run/react';
import { prefixedLocales, withoutLocale } from '#app/domain/i18n/locales.ts';
import type { Area, RouteHandle } from './areas';

type Node = { id: string; path?: string; index?: boolean; handle?: unknown; children?: Node[] };

let tree: Promise<Node[]> | undefined;

/** The areas the routes of this address ask for in their `handle`, those of their layouts included. */
export async function areasOfPath(pathname: string): Promise<Area[]> {
  tree ??= routeTree();
  const matches = matchRoutes((await tree) as Parameters<typeof matchRoutes>[0], withoutLocale(pathname)) ?? [];
  return matches.flatMap(({ route }) => (isRouteHandle(route.handle) ? route.handle.messages : []));
}

const isRouteHandle = (handle: unknown): handle is RouteHandle =>
  typeof handle === 'object' && handle !== null && 'messages' in handle && Array.isArray(handle.messages);

const isPrefixed = (id: string): boolean => prefixedLocales.some((locale) => id.startsWith(`${locale}/`));

/** The pages once, not once per language: they speak the same areas in all of them. */
async function routeTree(): Promise<Node[]> {
  const { routes } = await import('virtual:remix/server-build');
  const nodes = Object.values(routes).flatMap((route) => (route && !isPrefixed(route.id) ? [route] : []));
  const under = (parentId: string | undefined): Node[] =>
    nodes
      .filter((route) => route.parentId === parentId)
      .map((route) => ({
        id: route.id,
        path: route.path,
        handle: route.module.handle,
        ...(route.index ? { index: true } : { children: under(route.id) }),
      }));
  return under(undefined);
}
