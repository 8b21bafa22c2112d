import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useMessages } from '#app/components/i18n/words.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { orderPath } from '#app/http/order-path.server.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { settlePayment } from '#app/use-cases/checkout/settle-payment.server.ts';
import { findOrder } from '#db/queries/orders.server.ts';

export const handle: RouteHandle = { messages: ['checkout'] };

/** The browser comes back from the payment page or the bank: the same question the webhook and the sweep ask. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const paymentId = params.payment ?? '';
  if (!/^[0-9a-f-]{36}$/.test(paymentId)) throw notFound();
  const settled = await settlePayment(deps, { paymentId, via: 'return' });
  if (!settled) throw notFound();
  switch (settled.state) {
    case 'paid':
      throw redirect(orderPath(request, deps.settings, settled), { status: 303 });
    case 'failed':
    case 'expired':
      throw await redirectWithFlash(request, context, '/checkout', {
        tone: 'bad',
        area: 'checkout',
        key: settled.state === 'failed' ? 'declinedText' : 'expiredText',
      });
    default: {
      const order = await findOrder(deps.db, {
        scope: { kind: 'bearer', orderId: settled.orderId },
        id: settled.orderId,
      });
      return {
        isGivenBack: settled.state === 'given_back',
        url: settled.state === 'waiting' ? settled.url : null,
        email: order?.email ?? '',
      };
    }
  }
}

export default function PaymentReturn() {
  const t = useMessages('checkout');
  const { isGivenBack, url, email } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto grid max-w-text gap-4">
      {!isGivenBack && <meta httpEquiv="refresh" content="3" />}
      <h1 className="font-display text-3xl font-medium">{t(isGivenBack ? 'givenBackTitle' : 'waitingTitle')}</h1>
      <p role="status">{isGivenBack ? t('givenBackText') : t('waitingText', { email })}</p>
      {!isGivenBack && (
        <div className="flex flex-wrap gap-3">
          <ButtonLink to="" reloadDocument>
            {t('lookAgain')}
          </ButtonLink>
          {url && (
            <ButtonLink to={url} reloadDocument>
              {t('waitingAction')}
            </ButtonLink>
          )}
        </div>
      )}
    </div>
  );
}
