import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { AccountFromOrder } from '#app/components/shop/account-from-order.tsx';
import { ReorderButton } from '#app/components/shop/reorder-button.tsx';
import { OrderReturns } from '#app/components/shop/order-returns.tsx';
import { OrderView } from '#app/components/shop/order-view.tsx';
import { sumFacts } from '#app/components/shop/sum-facts.tsx';
import { Button, ButtonLink } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { MoneyText } from '#app/components/ui/money-text.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { isOrdered } from '#app/domain/orders/lifecycle.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { orderForViewer } from '#app/http/order-access.server.ts';
import { mayReadInvoice } from '#app/http/invoice-access.server.ts';
import { mayActOnOrder, returnActs } from '#app/http/order-acts.server.ts';
import { orderPapers } from '#app/http/order-papers.server.ts';
import { orderView } from '#app/http/order-view.server.ts';
import { reorderActs } from '#app/http/reorder-acts.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: ['orders', 'account'] };
export const meta: MetaFunction = ({ params }) => [
  { title: `${params.number ?? ''} · Tradepost` },
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'same-origin' },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { order, key } = await orderForViewer(request, context, params.number);
  const viewer = await viewerOf(request, context);
  const query = key ? `?key=${encodeURIComponent(key)}` : '';
  return {
    order: await orderView(context.deps, order, localeOf(request)),
    query,
    byLink: key !== null && viewer.person === null,
    isFresh: order.placedAt !== null && context.deps.now().getTime() - order.placedAt.getTime() < 15 * 60_000,
    ...(await reorderActs(context.deps, { order, viewer, locale: localeOf(request) })),
    ...(await returnActs(request, context, order, mayActOnOrder(viewer, order, key !== null))),
    papers: mayReadInvoice(viewer, order, key !== null) ? await orderPapers(context.deps.db, order) : [],
    mayMakeAccount: isOrdered(order.status) && order.personId === null && viewer.person === null && key !== null,
  };
}

export default function OrderPage() {
  const t = useMessages('orders');
  const to = useLocalePath();
  const { order, query, byLink, isFresh, papers, returns, mayReturn, mayCancel, mayMakeAccount, mayReorder, undoText } =
    useLoaderData<typeof loader>();
  const at = (act: string) => to(`/orders/${order.number}/${act}${query}`);
  const facts = sumFacts({ sums: order.sums, shippingLabel: t('shipping', { method: order.shippingMethod }), t });
  return (
    <div className="grid gap-6">
      {isFresh && order.status === 'paid' && (
        <div role="status" className="mx-auto w-full max-w-[46rem]">
          <p className="text-lg font-semibold text-good">{t('thanks')}</p>
          <p className="text-ink-soft">{t('confirmationSentTo', { email: order.email })}</p>
        </div>
      )}
      {undoText && (
        <div className="mx-auto w-full max-w-[46rem]">
          <Notice tone="info" title={undoText}>
            <Form method="post" action={to(`/orders/${order.number}/undo`)}>
              <Button size="small">{t('undo')}</Button>
            </Form>
          </Notice>
        </div>
      )}
      <OrderView
        title={t('title', { number: order.number })}
        placedText={order.placedText}
        state={{ code: order.status, label: order.stateText }}
        {...(['paid', 'placed'].includes(order.status) && { waitsFor: t('beingPacked') })}
        lines={order.lines}
        amounts={[
          ...facts,
          ...(order.refunded ? [{ label: t('refunded'), value: <MoneyText amount={order.refunded} /> }] : []),
        ]}
        address={order.address}
        trail={order.trail}
        actions={
          <>
            {mayReorder && (
              <>
                <ReorderButton number={order.number} words={t('reorder')} />
                <ButtonLink to={to(`/standing-orders/new?order=${order.number}`)} size="small">
                  {t('orderRegularly')}
                </ButtonLink>
                <ButtonLink to={to(`/lists/additions?from=order&order=${order.number}`)} size="small">
                  {t('keepOnList')}
                </ButtonLink>
              </>
            )}
            {mayReturn && (
              <ButtonLink to={at('returns')} size="small">
                {t('returnStart')}
              </ButtonLink>
            )}
            {mayCancel && (
              <ButtonLink to={at('cancellation')} size="small">
                {t('cancelAction')}
              </ButtonLink>
            )}
            {papers.map(({ kind, path, number }) => (
              <ButtonLink key={path} to={to(`/orders/${order.number}/${path}${query}`)} reloadDocument size="small">
                {t(kind, { number: number ?? '' })}
              </ButtonLink>
            ))}
            {byLink && (
              <Form method="post" action={at('link')}>
                <Button size="small">{t('sendLink')}</Button>
              </Form>
            )}
          </>
        }
      />
      {returns.length > 0 && (
        <div className="mx-auto grid w-full max-w-[46rem] gap-4">
          <OrderReturns returns={returns} withdrawal={(id) => at(`returns/${id}/withdrawal`)} />
        </div>
      )}
      {mayMakeAccount && (
        <div className="mx-auto w-full max-w-[46rem]">
          <Card title={t('accountTitle')}>
            <AccountFromOrder email={order.email} action={at('account')} />
          </Card>
        </div>
      )}
      {order.parcels.length > 0 && (
        <div className="mx-auto grid w-full max-w-[46rem] gap-4">
          {order.parcels.map((parcel) => (
            <Card key={parcel.id} title={t('parcel')}>
              <p>{t('tracking', { carrier: parcel.carrier, number: parcel.trackingNumber })}</p>
              {parcel.trackingUrl && (
                <a href={parcel.trackingUrl} rel="noreferrer" className="underline underline-offset-2">
                  {t('followParcel')}
                </a>
              )}
            </Card>
          ))}
        </div>
      )}
    </div>
  );
}
