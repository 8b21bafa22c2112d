import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { refused } from '#app/domain/outcome.ts';
import { buyingAsField, buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { cartAnswer } from '#app/http/cart-answer.server.ts';
import { cartBuyerOf } from '#app/http/cart-buyer.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import { changeCartLine } from '#app/use-cases/cart/change-cart-line.server.ts';

const lineForm = z.object({
  quantity: z.string().regex(/^\d{1,9}(\.\d{1,6})?$/, 'not_a_number'),
  ...buyingAsField,
});

export const loader = ({ request }: { request: Request }) => redirect(pathFor(request, '/cart'));

/** POST: another quantity for a line; zero takes it out. */
export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  const form = await parseForm(request, lineForm);
  if (!form.ok) return cartAnswer(args, refused('invalid_quantity'));
  const viewer = await viewerOf(request, context);
  const changed =
    buyingAsRefusal(viewer, form.value) ??
    (await changeCartLine(context.deps, {
      owner: cartBuyerOf(viewer).owner,
      line: Number(params.line),
      quantity: form.value.quantity,
    }));
  return cartAnswer(args, changed);
}
