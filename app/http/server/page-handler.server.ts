import { type RequestHandler, type ServerBuild, createRequestHandler } from '@remix-run/node';
import { routeNarrower } from '../narrow-routes';

/** Answers requests by the pages of a build. Remix reads through every route there is, several times a page and once for
 *  each link on it; with hundreds of pages in every language that was a third of the work. It is handed only those that
 *  may answer. */
export function pageHandler(build: ServerBuild): RequestHandler {
  const narrow = routeNarrower(Object.values(build.routes).flatMap((route) => route ?? []));
  return (request, context) => {
    const { pathname, searchParams } = new URL(request.url);
    const ids = narrow([pathname, pathname.replace(/\.data$/, ''), ...searchParams.getAll('p')]);
    return createRequestHandler(withRoutes(build, ids), 'production')(request, context);
  };
}

const withRoutes = (build: ServerBuild, ids: readonly string[]): ServerBuild => ({
  ...build,
  routes: only(build.routes, ids),
  assets: { ...build.assets, routes: only(build.assets.routes, ids) },
});

const only = <Value>(all: Readonly<Record<string, Value>>, ids: readonly string[]): Record<string, Value> =>
  Object.fromEntries(ids.flatMap((id) => (id in all ? [[id, all[id] as Value]] : [])));
