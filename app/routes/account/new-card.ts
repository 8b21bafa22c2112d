import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { requirePerson } from '#app/http/require-actor.server.ts';
import { openOwnCard } from '#app/use-cases/identity/own-cards.server.ts';

const page = '/account/cards';

export const loader = ({ request }: LoaderFunctionArgs) => redirect(pathFor(request, page));

/** On to the provider's page, where the card is typed. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { person, locale } = await requirePerson(request, context);
  const opened = await openOwnCard(context.deps, {
    person: { id: person.id, email: person.email ?? '', name: person.name },
    origin: new URL(request.url).origin,
    locale,
    path: pathFor(request, page),
  });
  return opened.ok ? redirect(opened.value.url, { status: 303 }) : refusalRedirect(request, context, page, opened);
}
