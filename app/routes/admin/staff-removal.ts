import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { backToOffice, officeAct } from '#app/http/office-act.server.ts';
import { idParam } from '#app/http/require-actor.server.ts';
import { switchOffStaff } from '#app/use-cases/identity/change-staff.server.ts';

export const loader = (args: LoaderFunctionArgs) => backToOffice(args, '/admin/staff');

/** POST: they work here no more, at once. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  return officeAct(request, context, {
    page: '/admin/staff',
    said: 'switchedOff',
    run: (deps, actor) => switchOffStaff(deps, { actor, personId: idParam(params.person) }),
  });
}
