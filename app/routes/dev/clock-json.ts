import type { LoaderFunctionArgs } from '@remix-run/node';
import { demoOnly } from '#app/http/demo-only.server.ts';

/** The shop's time, for scripts that take their instants from it. */
export function loader({ context }: LoaderFunctionArgs) {
  demoOnly(context);
  return Response.json({ now: context.deps.now().toISOString() }, { headers: { 'Cache-Control': 'no-store' } });
}
