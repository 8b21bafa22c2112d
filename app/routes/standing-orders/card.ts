import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { buyingAsField, buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { requirePerson } from '#app/http/require-actor.server.ts';
import { openOwnCard, rememberOwnCard } from '#app/use-cases/identity/own-cards.server.ts';

const list = '/standing-orders';
const from = (id: string | null | undefined) => (id && z.guid().safeParse(id).success ? `${list}/${id}` : list);

/** Back from the provider's page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request, context);
  const asked = new URL(request.url).searchParams;
  const page = from(asked.get('standing'));
  if (asked.get('saved') !== '1') return redirect(pathFor(request, page));
  const saved = await rememberOwnCard(context.deps, { personId: person.id });
  if (!saved.ok) return refusalRedirect(request, context, page, saved);
  return saved.value
    ? redirectWithFlash(request, context, page, { tone: 'good', area: 'standing', key: 'cardSaved' })
    : redirectWithFlash(request, context, page, { tone: 'info', area: 'standing', key: 'cardNotSaved' });
}

/** On to the provider's page, where the card is typed that is charged from now on. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(request, context);
  const form = await parseForm(request, z.object({ standing: z.guid().optional(), ...buyingAsField }));
  const page = from(form.ok ? form.value.standing : null);
  if (!form.ok) return refusalRedirect(request, context, page, { ok: false, code: 'invalid_form' });
  const moved = buyingAsRefusal(viewer, form.value);
  if (moved) return refusalRedirect(request, context, page, moved);
  const { person } = viewer;
  const opened = await openOwnCard(context.deps, {
    person: { id: person.id, email: person.email ?? '', name: person.name },
    origin: new URL(request.url).origin,
    locale: viewer.locale,
    path: pathFor(request, `${list}/card${form.value.standing ? `?standing=${form.value.standing}` : ''}`),
  });
  return opened.ok ? redirect(opened.value.url, { status: 303 }) : refusalRedirect(request, context, page, opened);
}
