import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { staffRoles } from '#app/domain/access/roles.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import { setRoleLimits } from '#app/use-cases/sales/set-role-limits.server.ts';

const page = '/sales/team';

export const loader = ({ request }: LoaderFunctionArgs) => redirect(pathFor(request, page));

const percent = z
  .string()
  .trim()
  .transform((text) => text.replace(',', '.'))
  .pipe(z.union([z.literal(''), z.string().regex(/^\d{1,2}(\.\d{1,4})?$|^100$/)]))
  .transform((text) => text || null);
const limitsForm = z.object({ role: z.enum(staffRoles), discount: percent, margin: percent });

/** POST: how far a role goes alone from now on. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, context, 'see_figures');
  const form = await parseForm(request, limitsForm);
  if (!form.ok) return refusalRedirect(request, context, page, { ok: false, code: 'invalid_form' });
  const { role, discount, margin } = form.value;
  const done = await setRoleLimits(context.deps, {
    actor,
    role,
    discountPercent: discount,
    marginFloorPercent: margin,
  });
  return done.ok
    ? redirectWithFlash(request, context, page, { tone: 'good', area: 'desk', key: 'limitsKept' })
    : refusalRedirect(request, context, page, done);
}
