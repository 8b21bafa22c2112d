import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { cartBuyerOf } from '#app/http/cart-buyer.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import { rememberEmail } from '#app/use-cases/cart/remember-email.server.ts';

const emailForm = z.object({ email: z.email().max(254), reminders: z.literal('yes').optional() });

export const loader = ({ request }: { request: Request }) => redirect(pathFor(request, '/checkout'));

/** POST, from the e-mail field of the checkout as soon as it is left: nothing to see, nothing to wait for. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, emailForm);
  if (!form.ok) return new Response(null, { status: 400 });
  const viewer = await viewerOf(request, context);
  const { legalBasis } = viewer.market;
  const consent = legalBasis === 'notice' ? 'notice' : form.value.reminders ? 'opt_in' : 'none';
  await rememberEmail(context.deps, {
    owner: cartBuyerOf(viewer).owner,
    email: form.value.email.toLowerCase(),
    consent,
  });
  return new Response(null, { status: 204 });
}
