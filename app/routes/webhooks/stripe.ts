import type { ActionFunctionArgs } from '@remix-run/node';
import { receivePaymentNotice } from '#app/use-cases/checkout/receive-payment-notice.server.ts';

/** POST: what the payment provider has to say. The body is taken as it came: its signature is over every byte. */
export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return new Response(null, { status: 405, headers: { Allow: 'POST' } });
  const received = await receivePaymentNotice(context.deps, {
    rawBody: await request.text(),
    signature: request.headers.get('Stripe-Signature'),
  });
  return Response.json(
    received.ok ? { received: true } : { code: received.code },
    received.ok ? { status: 200 } : { status: 400 },
  );
}

export const loader = () => new Response(null, { status: 405, headers: { Allow: 'POST' } });
