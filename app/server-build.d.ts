/** The build the plugin makes of all routes, importable from inside it. */
declare module 'virtual:remix/server-build' {
  export const routes: import('@remix-run/node').ServerBuild['routes'];
}
