import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { backToOffice, officeAct } from '#app/http/office-act.server.ts';
import { idParam } from '#app/http/require-actor.server.ts';
import { replayDelivery } from '#app/use-cases/webhooks/replay-delivery.server.ts';

export const loader = (args: LoaderFunctionArgs) => backToOffice(args, `/admin/webhooks/${args.params.endpoint ?? ''}`);

/** POST: the endpoint is told of it again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  return officeAct(request, context, {
    page: `/admin/webhooks/${params.endpoint ?? ''}`,
    said: 'replayed',
    run: (deps) => replayDelivery(deps, { id: idParam(params.delivery), companyId: null }),
  });
}
