/** The build the plugin makes of all routes, importable from inside it. */
declare module 'virtual:remix/server-build' {
  import type { ServerBuild } from '@remix-run/node';

  export const routes: ServerBuild['routes'];
}
