import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { demoOnly } from '#app/http/demo-only.server.ts';
import { enter } from '#app/http/enter.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import { enterDemo } from '#app/use-cases/identity/enter-demo.server.ts';
import { findDoor } from './doors';

export function loader({ request, context }: LoaderFunctionArgs) {
  demoOnly(context);
  return redirect(pathFor(request, '/dev'));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  demoOnly(context);
  const door = findDoor(params.door);
  if (!door) throw notFound();
  const userAgent = request.headers.get('User-Agent') ?? '';
  const outcome = await enterDemo(context.deps, { ...door, userAgent });
  if (!outcome.ok) throw notFound();
  return enter(request, context, { ...outcome.value, next: pathFor(request, door.leadsTo) });
}
