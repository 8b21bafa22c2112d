import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { readOrderNumber } from '#app/domain/orders/order-number.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import { fulfilSeveral } from '#app/use-cases/orders/fulfil-several.server.ts';

const page = '/admin/orders?show=unshipped';
const mostNamed = 12;
const fields = z.object({ selected: z.array(z.string().max(40)).max(500).default([]) });

export const loader = ({ request }: LoaderFunctionArgs) => redirect(pathFor(request, page));

/** POST: the parcels of all selected orders leave; which could not is said. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, context, 'manage_orders');
  const form = await parseForm(request, fields);
  const numbers = form.ok ? form.value.selected.flatMap((text) => readOrderNumber(text) ?? []) : [];
  if (numbers.length === 0) return refusalRedirect(request, context, page, { ok: false, code: 'nothing_to_fulfil' });
  const { done, left } = await fulfilSeveral(context.deps, { numbers, personId: actor.person, via: actor.via });
  const named = left.slice(0, mostNamed).map(({ number }) => number);
  const values = { count: done.length, left: left.length, numbers: named.join(', ') };
  return redirectWithFlash(request, context, page, {
    ...{ tone: left.length === 0 ? ('good' as const) : ('info' as const), area: 'admin' as const, values },
    key: left.length === 0 ? 'fulfilledSeveral' : 'fulfilledSome',
  });
}
