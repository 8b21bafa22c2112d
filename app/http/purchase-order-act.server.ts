import { type AppLoadContext, redirect } from '@remix-run/node';
import * as z from 'zod';
import type { Member } from '#app/domain/access/company-scope.ts';
import { unitId } from '#app/domain/access/ids.ts';
import { memberMay } from '#app/domain/access/permissions.ts';
import type { Verdict } from '#app/domain/approvals/decisions.ts';
import type { Outcome } from '#app/domain/outcome.ts';
import type { MessageKey } from '#app/messages/areas.ts';
import { decideOnPurchaseOrder } from '#app/use-cases/purchase-orders/decide-on-purchase-order.server.ts';
import { buyingAsField, buyingAsRefusal } from './buying-as.server';
import { redirectWithFlash } from './flash.server';
import { parseForm } from './form';
import { largestForm } from './limited-body.server';
import { pathFor } from './locale.server';
import { type PurchaseOrderAccess, requirePurchaseOrder } from './purchase-order-access.server';
import { refusalRedirect } from './refusal-reply.server';
import type { RefusalCode } from './refusals';
import { filesField } from './uploads.server';

export type ActArguments = { request: Request; params: { id?: string }; context: AppLoadContext };

export const purchaseOrderPath = (id: string | undefined) => `/company/purchase-orders/${id ?? ''}`;

/** Whoever opens the address of an act is led to the document. */
export const toPurchaseOrder = ({ request, params }: Pick<ActArguments, 'request' | 'params'>) =>
  redirect(pathFor(request, purchaseOrderPath(params.id)));

const fields = z.object({
  revision: z.coerce.number().int().positive().default(0),
  reason: z.string().max(2_000).default(''),
  code: z.string().max(10).optional(),
  ...filesField,
  ...buyingAsField,
});
export type ActForm = z.output<typeof fields>;

/** One act on a purchase order from its page: back to the page, with what was done or why not. */
export async function actOnPurchaseOrder(
  { request, params, context }: ActArguments,
  act: (p: PurchaseOrderAccess & { form: ActForm }) => Promise<Outcome<unknown, RefusalCode>>,
  done: MessageKey<'purchaseOrders'>,
  most = largestForm,
): Promise<Response> {
  const access = await requirePurchaseOrder(request, context, params.id);
  const form = await parseForm(request, fields, most);
  const path = purchaseOrderPath(params.id);
  if (!form.ok) {
    const isTooLarge = form.messages.some(({ key }) => key === 'form_too_large');
    return refusalRedirect(request, context, path, { ok: false, code: isTooLarge ? 'file_too_large' : 'invalid_form' });
  }
  const moved = buyingAsRefusal(access.viewer, form.value);
  if (moved) return refusalRedirect(request, context, path, moved);
  const outcome = await act({ ...access, form: form.value });
  if (!outcome.ok) return refusalRedirect(request, context, path, outcome);
  return redirectWithFlash(request, context, path, { tone: 'good', area: 'purchaseOrders', key: done });
}

/** Approves, rejects or sends back the revision that was on the page. */
export const decideFromPage = (args: ActArguments, verdict: Verdict, done: MessageKey<'purchaseOrders'>) =>
  actOnPurchaseOrder(
    args,
    ({ actor, companyScope, seen, form }) =>
      decideOnPurchaseOrder(args.context.deps, {
        scope: companyScope,
        id: seen.order.id,
        actor: actor.person,
        via: actor.via,
        for: null,
        revision: form.revision,
        verdict,
        reason: form.reason === '' ? null : form.reason,
        code: form.code ?? null,
      }),
    done,
  );

/** Whoever buys for the unit, and whoever pays its invoices, may pay or try again. */
export const mayPlace = (member: Member, order: { unitId: string }): boolean =>
  memberMay(member, 'submit_purchase_orders', unitId(order.unitId)) ||
  memberMay(member, 'pay_invoices', unitId(order.unitId));
