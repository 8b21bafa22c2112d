import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { backToOffice, officeAct } from '#app/http/office-act.server.ts';
import { idParam } from '#app/http/require-actor.server.ts';
import { endWebhookEndpoint } from '#app/use-cases/webhooks/end-webhook-endpoint.server.ts';

export const loader = (args: LoaderFunctionArgs) => backToOffice(args, `/admin/webhooks/${args.params.endpoint ?? ''}`);

/** POST: the endpoint is told nothing more. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  return officeAct(request, context, {
    page: `/admin/webhooks/${params.endpoint ?? ''}`,
    said: 'endpointEnded',
    run: (deps, actor) => endWebhookEndpoint(deps, { actor, id: idParam(params.endpoint) }),
  });
}
