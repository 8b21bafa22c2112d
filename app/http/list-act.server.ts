import { type AppLoadContext, redirect } from '@remix-run/node';
import * as z from 'zod';
import type { Outcome } from '#app/domain/outcome.ts';
import type { MessageKey } from '#app/messages/areas.ts';
import { buyingAsField, buyingAsRefusal } from './buying-as.server';
import { redirectWithFlash } from './flash.server';
import { parseForm } from './form';
import { pathFor } from './locale.server';
import { refusalRedirect } from './refusal-reply.server';
import type { RefusalCode } from './refusals';
import { idParam } from './require-actor.server';
import { requireListKeeper } from './shopping-lists.server';

export type ListArguments = { request: Request; params: { list?: string; line?: string }; context: AppLoadContext };

/** Whoever opens the address of an act is led to the list. */
export const toList = ({ request, params }: Pick<ListArguments, 'request' | 'params'>) =>
  redirect(pathFor(request, `/lists/${params.list ?? ''}`));

/** One act on a list from its page: back to it (or to `leadsTo`), with what was done or why not. */
export async function actOnList<Shape extends z.ZodRawShape>(
  { request, params, context }: ListArguments,
  shape: Shape,
  act: (p: {
    keeper: Awaited<ReturnType<typeof requireListKeeper>>;
    id: string;
    form: z.output<z.ZodObject<Shape>>;
  }) => Promise<Outcome<unknown, RefusalCode>>,
  done: MessageKey<'lists'>,
  leadsTo?: string,
): Promise<Response> {
  const keeper = await requireListKeeper(request, context);
  const id = idParam(params.list);
  const path = `/lists/${id}`;
  const form = await parseForm(request, z.object({ ...shape, ...buyingAsField }));
  if (!form.ok) return refusalRedirect(request, context, path, { ok: false, code: 'invalid_form' });
  const moved = buyingAsRefusal(keeper.viewer, form.value as { buying_as?: string });
  if (moved) return refusalRedirect(request, context, path, moved);
  const outcome = await act({ keeper, id, form: form.value as never });
  if (!outcome.ok) return refusalRedirect(request, context, path, outcome);
  return redirectWithFlash(request, context, leadsTo ?? path, { tone: 'good', area: 'lists', key: done });
}
