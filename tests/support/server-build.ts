import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import siteMap from '#app/routes.ts';
import remixConfig from '../../remix.config.js';

type Entry = { id?: string; path?: string; index?: boolean; file: string; children?: Entry[] };
type Route = NonNullable<ServerBuild['routes'][string]>;

/** What the pages are made of, as the build hands it to the server, put together from the site map without building: every
 *  page people buy from, in both languages. Scripts are named and never made. */
const storefront = (siteMap as Entry[]).filter(
  ({ id, file }) => /^(de\/)?routes\/shop\/layout$/.test(id ?? '') || /shop\/(feed|sitemap|robots)/.test(file),
);

async function routesOf(entries: readonly Entry[], parentId: string): Promise<Route[]> {
  const all = await Promise.all(
    entries.map(async ({ id = '', path, index, file, children = [] }) => {
      const routeId = id || file.replace(/\.tsx?$/, '');
      const module = (await import(pathToFileURL(resolve('app', file)).href)) as Route['module'];
      return [{ id: routeId, parentId, path, index, module }, ...(await routesOf(children, routeId))];
    }),
  );
  return all.flat();
}

const root: Route = { id: 'root', path: '', module: (await import('#app/root.tsx')) as Route['module'] };
const list = [root, ...(await routesOf(storefront, 'root'))];

export const routes: ServerBuild['routes'] = Object.fromEntries(list.map((route) => [route.id, route]));
export const entry: ServerBuild['entry'] = { module: await import('#app/entry.server.tsx') };
export const assets: ServerBuild['assets'] = {
  entry: { module: '/assets/entry.js', imports: [] },
  routes: Object.fromEntries(
    list.map(({ id, parentId, path, index, module }) => [
      id,
      {
        ...{ id, parentId, path, index, module: `/assets/${id}.js`, imports: [] },
        ...{
          hasAction: 'action' in module,
          hasLoader: 'loader' in module,
          hasErrorBoundary: 'ErrorBoundary' in module,
        },
        ...{ hasClientAction: false, hasClientLoader: false },
      },
    ]),
  ) as ServerBuild['assets']['routes'],
  url: '/assets/manifest.js',
  version: 'test',
};
export const future = { ...remixConfig.future, unstable_optimizeDeps: false } as unknown as ServerBuild['future'];
export const mode = 'production';
export const publicPath = '/';
export const assetsBuildDirectory = 'build/client';
export const isSpaMode = false;
