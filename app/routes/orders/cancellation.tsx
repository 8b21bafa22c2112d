import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { mayBeCancelled } from '#app/domain/orders/lifecycle.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { orderToActOn } from '#app/http/order-acts.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { cancelOrder } from '#app/use-cases/orders/cancel-order.server.ts';

export const handle: RouteHandle = { messages: ['orders'] };
export const meta: MetaFunction = ({ params }) => [
  { title: `${params.number ?? ''} · Tradepost` },
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'same-origin' },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { order, query } = await orderToActOn(request, context, params.number);
  if (!mayBeCancelled(order.status)) throw redirect(pathFor(request, `/orders/${order.number}${query}`));
  return { number: order.number, query };
}

/** POST: the buyer does not want it any more, and nothing has left yet. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { order, query, by } = await orderToActOn(request, context, params.number);
  const page = `/orders/${order.number}${query}`;
  const done = await cancelOrder(context.deps, { orderId: order.id, reason: 'by_buyer', ...by });
  return done.ok
    ? redirectWithFlash(request, context, page, { tone: 'good', area: 'orders', key: 'cancelDone' })
    : refusalRedirect(request, context, page, done);
}

export default function CancelOrder() {
  const t = useMessages('orders');
  const to = useLocalePath();
  const { number, query } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto grid w-full max-w-[46rem] gap-5">
      <h1 className="font-display text-3xl font-medium">{t('cancelTitle', { number })}</h1>
      <p>{t('cancelText')}</p>
      <Form
        method="post"
        action={to(`/orders/${number}/cancellation${query}`)}
        className="flex flex-wrap items-center gap-4"
      >
        <Button tone="danger">{t('cancelAction')}</Button>
        <Link to={to(`/orders/${number}${query}`)}>{t('returnBack')}</Link>
      </Form>
    </div>
  );
}
