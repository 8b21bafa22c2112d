import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { useFormats, useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { CheckoutLayout, CheckoutSection } from '#app/components/shop/checkout-layout.tsx';
import { CheckoutSummary } from '#app/components/shop/checkout-summary.tsx';
import { ShortLines } from '#app/components/shop/short-lines.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { LowerEdge } from '#app/components/ui/lower-edge.tsx';
import { RefusalNotice } from '#app/components/ui/refusal-notice.tsx';
import { addressLines } from '#app/domain/checkout/address-lines.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { countryName } from '#app/domain/i18n/names.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { cartBuyerOf } from '#app/http/cart-buyer.server.ts';
import { readCheckoutPage } from '#app/http/checkout-page.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { orderPath } from '#app/http/order-path.server.ts';
import { requirePerson } from '#app/http/require-actor.server.ts';
import { startRefusalReply } from '#app/http/start-refusal.server.ts';
import { wayToOrder } from '#app/http/way-to-order.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readReturningBuyer, readSavedCard } from '#app/use-cases/checkout/returning-buyer.server.ts';
import { startPayment } from '#app/use-cases/checkout/start-payment.server.ts';

export const handle: RouteHandle = { messages: ['checkout', 'shop'] };

const reviewForm = z.object({
  cart: z.uuid(),
  method: z.string().min(1).max(200),
  shippingMethod: z.string().max(20).optional(),
  payable: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(BigInt),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const viewer = await requirePerson(request, context);
  if (viewer.buyingAs.kind !== 'consumer') throw redirect(pathFor(request, wayToOrder(viewer, false)));
  const known = await readReturningBuyer(deps, cartBuyerOf(viewer));
  if (!known || !(viewer.market.countries as readonly string[]).includes(known.shipTo.country))
    throw redirect(pathFor(request, '/checkout'));
  const { country, postalCode } = known.shipTo;
  const [page, card] = await Promise.all([
    readCheckoutPage(context, viewer, { country, postalCode }),
    readSavedCard(deps, known),
  ]);
  if (!page) throw redirect(pathFor(request, '/cart'));
  if (!card) throw redirect(pathFor(request, '/checkout'));
  return {
    page,
    card,
    shipTo: addressLines(known.shipTo, countryName(country, locales[viewer.locale].formats)),
    payable: page.sums.payable.minor.toString(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const viewer = await requirePerson(request, context);
  const form = await parseForm(request, reviewForm);
  if (!form.ok) return formReply(form);
  const { owner } = cartBuyerOf(viewer);
  const known = await readReturningBuyer(deps, { owner });
  if (!known) throw redirect(pathFor(request, '/checkout'), { status: 303 });
  const started = await startPayment(deps, {
    owner,
    cartId: form.value.cart,
    email: viewer.person.email,
    shipTo: known.shipTo,
    shippingMethod: form.value.shippingMethod ?? null,
    locale: viewer.locale,
    seen: { total: null, payable: form.value.payable },
    pay: { with: 'saved_card', customerId: known.customerId, methodId: form.value.method },
    origin: new URL(request.url).origin,
    returnPath: pathFor(request, '/checkout/return/{payment}'),
    cancelPath: pathFor(request, '/checkout/review'),
    via: 'page',
  });
  if (!started.ok) return startRefusalReply(request, started);
  if (started.value.kind === 'redirect') return redirect(started.value.url, { status: 303 });
  return redirect(orderPath(request, deps.settings, started.value), { status: 303 });
}

export default function Review() {
  const t = useMessages('checkout');
  const to = useLocalePath();
  const formats = useFormats();
  const { page, card, shipTo, payable } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer && 'refusal' in answer ? answer : undefined;
  return (
    <CheckoutLayout
      title={t('reviewTitle')}
      steps={[
        { label: t('stepCart'), state: 'done' },
        { label: t('stepPayment'), state: 'here' },
      ]}
      summary={<CheckoutSummary page={page} back="/checkout/review" />}
      form={
        <Form method="post" reloadDocument className="grid">
          {refusal && (
            <div className="mb-6 grid gap-4">
              <RefusalNotice refusal={refusal.refusal} />
              {refusal.lines.length > 0 && <ShortLines lines={refusal.lines} cartPath={to('/cart')} />}
            </div>
          )}
          <input type="hidden" name="cart" value={page.cartId} />
          <input type="hidden" name="payable" value={payable} />
          <input type="hidden" name="shippingMethod" value={page.shippingMethod} />
          <input type="hidden" name="method" value={card.paymentMethodId} />
          <CheckoutSection title={t('deliverTo')}>
            <address className="not-italic">
              {shipTo.map((line) => (
                <span key={line} className="block">
                  {line}
                </span>
              ))}
            </address>
          </CheckoutSection>
          <CheckoutSection title={t('payWith')}>
            <p>
              {t('cardText', {
                brand: card.brand.charAt(0).toUpperCase() + card.brand.slice(1),
                last4: card.last4,
                month: String(card.expiryMonth).padStart(2, '0'),
                year: String(card.expiryYear),
              })}
            </p>
            <p>
              <Link to={to('/checkout')} className="underline underline-offset-2">
                {t('otherDetails')}
              </Link>
            </p>
          </CheckoutSection>
          <div className="max-w-text">
            <LowerEdge>
              <SubmitButton tone="primary" size="large" wide>
                {t('pay', { amount: formatMoney(page.sums.payable, formats) })}
              </SubmitButton>
            </LowerEdge>
          </div>
        </Form>
      }
    />
  );
}
