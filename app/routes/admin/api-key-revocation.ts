import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { backToOffice, officeAct } from '#app/http/office-act.server.ts';
import { idParam } from '#app/http/require-actor.server.ts';
import { revokeApiKey } from '#app/use-cases/identity/revoke-api-key.server.ts';

export const loader = (args: LoaderFunctionArgs) => backToOffice(args, '/admin/api-keys');

/** POST: the key opens nothing any more. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  return officeAct(request, context, {
    page: '/admin/api-keys',
    said: 'keyRevoked',
    run: (deps, actor) => revokeApiKey(deps, { actor, id: idParam(params.key) }),
  });
}
