import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { requirePerson } from '#app/http/require-actor.server.ts';
import { chooseOwnCard } from '#app/use-cases/identity/own-cards.server.ts';

const page = '/account/cards';

export const loader = ({ request }: LoaderFunctionArgs) => redirect(pathFor(request, page));

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { person } = await requirePerson(request, context);
  const outcome = await chooseOwnCard(context.deps, { personId: person.id, methodId: params.card ?? '' });
  if (!outcome.ok) return refusalRedirect(request, context, page, outcome);
  return redirectWithFlash(request, context, page, { tone: 'good', area: 'account', key: 'saved' });
}
