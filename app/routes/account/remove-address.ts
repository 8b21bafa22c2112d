import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { idParam, requirePerson } from '#app/http/require-actor.server.ts';
import { dropAddress } from '#app/use-cases/identity/keep-address.server.ts';

const page = '/account/addresses';

export const loader = ({ request }: LoaderFunctionArgs) => redirect(pathFor(request, page));

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { person } = await requirePerson(request, context);
  const outcome = await dropAddress(context.deps, { personId: person.id, id: idParam(params.address) });
  if (!outcome.ok) return refusalRedirect(request, context, page, outcome);
  return redirectWithFlash(request, context, page, { tone: 'good', area: 'account', key: 'removed' });
}
