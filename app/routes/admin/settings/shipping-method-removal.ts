import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { formReply, parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { baseShape, requireSettings } from '#app/http/settings-form.server.ts';
import { changeSettings } from '#app/use-cases/settings/change-settings.server.ts';

const list = '/admin/settings/shipping';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireSettings(request, context);
  return redirect(pathFor(request, `${list}/${params.zone}/${params.code}`));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireSettings(request, context);
  const form = await parseForm(request, z.object({ base: baseShape }));
  if (!form.ok) return formReply(form);
  const outcome = await changeSettings(context.deps, {
    actor,
    kind: 'shipping',
    base: form.value.base,
    part: (methods) => methods.find(({ zone, code }) => zone === params.zone && code === params.code) ?? null,
    change: (methods) => methods.filter(({ zone, code }) => zone !== params.zone || code !== params.code),
  });
  if (!outcome.ok) return refusalRedirect(request, context, list, outcome);
  return redirectWithFlash(request, context, list, { tone: 'good', area: 'settings', key: 'removed' });
}
