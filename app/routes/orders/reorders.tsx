import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { ReorderLines } from '#app/components/shop/reorder-lines.tsx';
import { ReorderSums } from '#app/components/shop/reorder-sums.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { isWithoutQuestions } from '#app/domain/orders/reorder-commit.ts';
import { buyingAsField, buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { localeOf, pathFor } from '#app/http/locale.server.ts';
import { orderForViewer } from '#app/http/order-access.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { actorOf, notFound, requirePerson } from '#app/http/require-actor.server.ts';
import { choiceField, choicesOf } from '#app/http/reorder-choices.ts';
import { reorderView } from '#app/http/reorder-view.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { commitReorder } from '#app/use-cases/orders/commit-reorder.server.ts';
import { previewReorder } from '#app/use-cases/orders/preview-reorder.server.ts';
import { shownLines } from '#app/use-cases/orders/resolve-reorder.server.ts';
import { findOrder } from '#db/queries/orders.server.ts';
import { findReorder } from '#db/queries/reorders.server.ts';

export const handle: RouteHandle = { messages: ['orders'] };

const reorderForm = z.object({
  ...buyingAsField,
  preview: z.uuid().optional(),
  ...choiceField,
});

async function asked({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(request, context);
  const actor = actorOf(viewer);
  const { order } = await orderForViewer(request, context, params.number);
  if (!actor) throw notFound();
  const scope = { kind: 'bearer' as const, orderId: order.id };
  return { viewer, order, about: { orderId: order.id, scope, actor, via: 'page' } };
}

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const { order, about } = await asked(args);
  const id = new URL(request.url).searchParams.get('preview');
  const isId = z.uuid().safeParse(id).success;
  const known = id && isId ? await findReorder(context.deps.db, { id, personId: about.actor.person }) : null;
  const isOpen = known?.orderId === order.id && known.status === 'previewed';
  const made = isOpen ? null : await previewReorder(context.deps, about);
  if (made && !made.ok) throw notFound();
  const preview = made ? made.value.preview : known;
  if (!preview) throw notFound();
  return { number: order.number, ...reorderView(preview, localeOf(request)) };
}

/** POST: one click. Without differences, or only cheaper, it is ordered; else one page shows what has changed. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { deps } = context;
  const { viewer, order, about } = await asked(args);
  const form = await parseForm(request, reorderForm);
  if (!form.ok) return formReply(form);
  const page = `/orders/${order.number}`;
  const changed = buyingAsRefusal(viewer, form.value);
  if (changed) return refusalRedirect(request, context, page, changed);

  let previewId = form.value.preview;
  if (!previewId) {
    const previewed = await previewReorder(deps, about);
    if (!previewed.ok) return refusalRedirect(request, context, page, previewed);
    const { id, lines, currency } = previewed.value.preview;
    if (!isWithoutQuestions(shownLines(lines, currency)))
      return redirect(pathFor(request, `${page}/reorders?preview=${id}`), { status: 303 });
    previewId = id;
  }
  const done = await commitReorder(deps, {
    ...about,
    previewId,
    choices: choicesOf(form.value.choice),
    isOneClick: true,
    payment: {
      origin: new URL(request.url).origin,
      returnPath: pathFor(request, '/checkout/return/{payment}'),
      cancelPath: pathFor(request, page),
    },
  });
  if (!done.ok) return refusalRedirect(request, context, page, done);
  if (done.value.kind === 'changed') {
    const fresh = `${page}/reorders?preview=${done.value.preview.id}`;
    return refusalRedirect(request, context, fresh, { ok: false, code: 'preview_stale' });
  }
  const { orderId, purchaseOrderId, paymentUrl } = done.value;
  if (paymentUrl) return redirect(paymentUrl, { status: 303 });
  const placed = orderId ? await findOrder(deps.db, { scope: { kind: 'staff' }, id: orderId }) : null;
  return placed
    ? redirectWithFlash(request, context, `/orders/${placed.number}`, {
        tone: 'good',
        area: 'orders',
        key: 'orderedAgain',
      })
    : redirectWithFlash(request, context, `/company/purchase-orders/${purchaseOrderId ?? ''}`, {
        tone: 'info',
        area: 'orders',
        key: 'awaitsApproval',
      });
}

export default function Reorders() {
  const t = useMessages('orders');
  const to = useLocalePath();
  const { number, previewId, lines, sameText, sums, canBeOrdered } = useLoaderData<typeof loader>();
  const action = to(`/orders/${number}/reorders`);
  return (
    <div className="mx-auto grid w-full max-w-[46rem] gap-5">
      <header className="grid gap-2">
        <h1 className="font-display text-3xl font-medium">{t('reorderTitle', { number })}</h1>
        <p className="text-ink-soft">{lines.length > 0 ? t('reorderChanged') : t('reorderUnchanged')}</p>
      </header>
      <Form method="post" action={action} className="grid gap-5">
        <BuyingAsField />
        <input type="hidden" name="preview" value={previewId} />
        <ReorderLines lines={lines} />
        {sameText && <p className="text-ink-soft">{sameText}</p>}
        <Card title={t('amounts')}>
          <ReorderSums sums={sums} />
          <p className="mt-2 text-sm text-ink-soft">{t('reorderSumNote')}</p>
        </Card>
        {canBeOrdered ? (
          <SubmitButton tone="primary" size="large" action={action}>
            {t('reorderGoOn')}
          </SubmitButton>
        ) : (
          <p>{t('reorderNothing')}</p>
        )}
      </Form>
    </div>
  );
}
