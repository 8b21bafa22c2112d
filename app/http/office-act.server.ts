import { type ActionFunctionArgs, type AppLoadContext, redirect } from '@remix-run/node';
import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Outcome } from '#app/domain/outcome.ts';
import type { MessageKey } from '#app/messages/areas.ts';
import { redirectWithFlash } from './flash.server';
import { pathFor } from './locale.server';
import { refusalRedirect } from './refusal-reply.server';
import type { RefusalCode } from './refusals';
import { requireStaff } from './require-actor.server';

type Act = {
  page: string;
  said: MessageKey<'office'>;
  run: (deps: Deps, actor: StaffActor) => Promise<Outcome<unknown, RefusalCode>>;
};

/** An act of the store's admin on one row: back to its page, with what was done or why nothing was. */
export async function officeAct(request: Request, context: AppLoadContext, { page, said, run }: Act) {
  const { actor } = await requireStaff(request, context, 'manage_staff');
  const done = await run(context.deps, actor);
  return done.ok
    ? redirectWithFlash(request, context, page, { tone: 'good', area: 'office', key: said })
    : refusalRedirect(request, context, page, done);
}

/** Where an act's address leads when it is only looked at. */
export async function backToOffice({ request, context }: Omit<ActionFunctionArgs, 'params'>, page: string) {
  await requireStaff(request, context, 'manage_staff');
  return redirect(pathFor(request, page));
}
