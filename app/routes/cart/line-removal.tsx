import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { ok, refused } from '#app/domain/outcome.ts';
import { buyingAsField, buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { cartAnswer } from '#app/http/cart-answer.server.ts';
import { cartBuyerOf } from '#app/http/cart-buyer.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import { changeCartLine } from '#app/use-cases/cart/change-cart-line.server.ts';

const removalForm = z.object(buyingAsField);

export const loader = ({ request }: { request: Request }) => redirect(pathFor(request, '/cart'));

/** POST: a line goes out of the cart. Gone already is gone. */
export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  const form = await parseForm(request, removalForm);
  const viewer = await viewerOf(request, context);
  const changed = form.ok ? buyingAsRefusal(viewer, form.value) : refused('invalid_form');
  if (changed) return cartAnswer(args, changed);
  const { owner } = cartBuyerOf(viewer);
  const removed = await changeCartLine(context.deps, { owner, line: Number(params.line), quantity: '0' });
  return cartAnswer(args, !removed.ok && removed.code === 'no_such_line' ? ok(null) : removed);
}
