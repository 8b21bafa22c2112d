import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { notFound, requireStaff } from '#app/http/require-actor.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { standInForMember } from '#app/use-cases/identity/switch-buying-as.server.ts';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  redirect(pathFor(request, `/sales/companies/${params.company}`));

/** Begins to order on a member's behalf; the header says so on every page until one switches back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, actor } = await requireStaff(request, context, 'act_for_members');
  const form = await parseForm(request, z.object({ member: z.uuid() }));
  if (!form.ok) throw notFound();
  const outcome = await standInForMember(context.deps, {
    personId: viewer.person.id,
    sessionId: viewer.session.id,
    staff: actor.staff,
    memberId: form.value.member,
  });
  if (!outcome.ok) return refusalRedirect(request, context, `/sales/companies/${params.company}`, outcome);
  return redirectWithFlash(request, context, '/', { tone: 'info', area: 'sales', key: 'standingIn' });
}
