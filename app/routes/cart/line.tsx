import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { cartBuyerOf } from '#app/http/cart-buyer.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import { changeCartLine } from '#app/use-cases/cart/change-cart-line.server.ts';

const lineForm = z.object({ quantity: z.string().regex(/^\d{1,9}(\.\d{1,6})?$/, 'not_a_number') });

export const loader = ({ request }: { request: Request }) => redirect(pathFor(request, '/cart'));

/** POST: another quantity for a line; zero takes it out. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(request, lineForm);
  if (!form.ok) return refusalRedirect(request, context, '/cart', { ok: false, code: 'invalid_quantity' });
  const { owner } = cartBuyerOf(await viewerOf(request, context));
  const line = Number(params.line);
  const changed = await changeCartLine(context.deps, { owner, line, quantity: form.value.quantity });
  return changed.ok
    ? redirect(pathFor(request, '/cart'), { status: 303 })
    : refusalRedirect(request, context, '/cart', changed);
}
