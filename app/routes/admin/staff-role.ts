import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import * as z from 'zod';
import { staffRoles } from '#app/domain/access/roles.ts';
import { refused } from '#app/domain/outcome.ts';
import { parseForm } from '#app/http/form.ts';
import { backToOffice, officeAct } from '#app/http/office-act.server.ts';
import { idParam } from '#app/http/require-actor.server.ts';
import { changeStaffRole } from '#app/use-cases/identity/change-staff.server.ts';

export const loader = (args: LoaderFunctionArgs) => backToOffice(args, '/admin/staff');

/** POST: another role, from their next page on. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  return officeAct(request, context, {
    page: '/admin/staff',
    said: 'roleGiven',
    run: async (deps, actor) => {
      const form = await parseForm(request, z.object({ role: z.enum(staffRoles) }));
      return form.ok
        ? changeStaffRole(deps, { actor, personId: idParam(params.person), ...form.value })
        : refused('invalid_form');
    },
  });
}
