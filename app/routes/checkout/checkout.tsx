import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useFetcher, useLoaderData, useSearchParams } from '@remix-run/react';
import { useState } from 'react';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { AddressFields } from '#app/components/shop/address-fields.tsx';
import { CheckoutLayout, CheckoutSection } from '#app/components/shop/checkout-layout.tsx';
import { CheckoutSummary } from '#app/components/shop/checkout-summary.tsx';
import { ShortLines } from '#app/components/shop/short-lines.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { Checkbox, TextField } from '#app/components/ui/field.tsx';
import { LowerEdge } from '#app/components/ui/lower-edge.tsx';
import { MoneyText } from '#app/components/ui/money-text.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { RadioGroup } from '#app/components/ui/radio-group.tsx';
import { RefusalNotice } from '#app/components/ui/refusal-notice.tsx';
import { cartBuyerOf } from '#app/http/cart-buyer.server.ts';
import { checkoutForm, withAddress } from '#app/http/checkout-form.ts';
import { readCheckoutPage } from '#app/http/checkout-page.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { orderOfCartPath, orderPath } from '#app/http/order-path.server.ts';
import { startRefusalReply } from '#app/http/start-refusal.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import { wayToOrder } from '#app/http/way-to-order.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { rememberEmail } from '#app/use-cases/cart/remember-email.server.ts';
import { startPayment } from '#app/use-cases/checkout/start-payment.server.ts';
import { findPaymentCustomer } from '#db/queries/payment-customers.server.ts';

export const handle: RouteHandle = { messages: ['checkout', 'shop'] };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request, context);
  if (viewer.buyingAs.kind !== 'consumer') throw redirect(pathFor(request, wayToOrder(viewer, false)));
  const { searchParams: search } = new URL(request.url);
  const page = await readCheckoutPage(context, viewer, {
    ...(search.has('country') && { country: search.get('country') ?? '' }),
    ...(search.has('postalCode') && { postalCode: search.get('postalCode') ?? '' }),
    ...(search.has('shippingMethod') && { shippingMethod: search.get('shippingMethod') ?? '' }),
  });
  if (!page) throw redirect(pathFor(request, (await orderOfCartPath(context, viewer)) ?? '/cart'));
  return { page };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const viewer = await viewerOf(request, context);
  const form = withAddress(await parseForm(request, checkoutForm), viewer.market, viewer.locale);
  if (!form.ok) return formReply(form);
  const { value } = form;
  const buyer = cartBuyerOf(viewer);
  const { legalBasis } = viewer.market;
  const email = value.email.toLowerCase();
  await rememberEmail(deps, {
    owner: buyer.owner,
    email,
    consent: legalBasis === 'notice' ? 'notice' : value.reminders ? 'opt_in' : 'none',
  });
  const { personId, unitId } = buyer.owner;
  const customer = personId && !unitId ? await findPaymentCustomer(deps.db, { personId }) : null;
  const started = await startPayment(deps, {
    owner: buyer.owner,
    cartId: value.cart,
    email,
    shipTo: value.shipTo,
    shippingMethod: value.shippingMethod ?? null,
    locale: viewer.locale,
    seen: { total: value.seenTotal ?? null, payable: null },
    pay: {
      with: 'checkout',
      customerId: customer?.providerId ?? null,
      saveCard: buyer.companyId ? 'never' : 'offer',
    },
    origin: new URL(request.url).origin,
    returnPath: pathFor(request, '/checkout/return/{payment}'),
    cancelPath: pathFor(request, '/checkout?cancelled={payment}'),
    via: 'page',
  });
  if (!started.ok) return startRefusalReply(request, started);
  if (started.value.kind === 'redirect') return redirect(started.value.url, { status: 303 });
  return redirect(orderPath(request, deps.settings, started.value), { status: 303 });
}

export default function Checkout() {
  const t = useMessages('checkout');
  const to = useLocalePath();
  const loaded = useLoaderData<typeof loader>();
  const estimate = useFetcher<typeof loader>();
  const remember = useFetcher();
  const answer = useActionData<typeof action>();
  const form = answer && 'form' in answer ? answer.form : undefined;
  const refusal = answer && 'refusal' in answer ? answer : undefined;
  const [search] = useSearchParams();
  const page = estimate.data?.page ?? loaded.page;
  const typedCountry = form?.values.country;
  const [country, setCountry] = useState(typeof typedCountry === 'string' ? typedCountry : loaded.page.country);
  const [place, setPlace] = useState({ postalCode: page.stored.postalCode, shippingMethod: page.shippingMethod });
  const work = (next: { country: string; postalCode: string; shippingMethod: string }) =>
    estimate.load(`${to('/checkout')}?${new URLSearchParams(next)}`);
  const { stored } = loaded.page;

  return (
    <CheckoutLayout
      title={t('title')}
      steps={[
        { label: t('stepCart'), state: 'done' },
        { label: t('stepDetails'), state: 'here' },
        { label: t('stepPayment'), state: 'ahead' },
      ]}
      summary={<CheckoutSummary page={page} back="/checkout" />}
      form={
        <Form method="post" reloadDocument noValidate className="grid">
          <div className="grid gap-4 empty:hidden [&:not(:empty)]:mb-6">
            <ErrorSummary answer={form} labels={page.labels} />
            {refusal && <RefusalNotice refusal={refusal.refusal} />}
            {refusal && refusal.lines.length > 0 && <ShortLines lines={refusal.lines} cartPath={to('/cart')} />}
            {search.has('cancelled') && !answer && <Notice title={t('cancelled')} />}
          </div>
          <input type="hidden" name="cart" value={page.cartId} />
          <input type="hidden" name="seenTotal" value={page.seenTotal} />
          <CheckoutSection title={t('contact')}>
            <TextField
              type="email"
              inputMode="email"
              required
              label={t('email')}
              autoComplete="email"
              hint={page.legalBasis === 'notice' ? t('emailNotice') : undefined}
              onBlur={(event) => {
                if (event.target.value.includes('@'))
                  remember.submit({ email: event.target.value }, { method: 'post', action: to('/cart/email') });
              }}
              {...fieldOf(form, 'email', stored.email)}
            />
            {page.legalBasis === 'opt_in' && <Checkbox name="reminders" value="yes" label={t('emailReminders')} />}
          </CheckoutSection>
          <CheckoutSection title={t('deliveryAddress')}>
            <AddressFields
              country={country}
              countries={page.countries}
              stored={stored}
              answer={form}
              onCountry={(next) => {
                setCountry(next);
                work({ ...place, country: next });
              }}
              onPostalCode={(postalCode) => {
                setPlace({ ...place, postalCode });
                work({ ...place, country, postalCode });
              }}
            />
          </CheckoutSection>
          {page.offers.length > 0 && (
            <CheckoutSection title={t('shippingMethod')}>
              <RadioGroup
                key={page.offers.map(({ code }) => code).join()}
                name="shippingMethod"
                label={t('shippingMethod')}
                isLabelHidden
                defaultValue={page.shippingMethod}
                onChoose={(shippingMethod) => {
                  setPlace({ ...place, shippingMethod });
                  work({ ...place, country, shippingMethod });
                }}
                options={page.offers.map(({ code, title, price, days }) => ({
                  value: code,
                  label: title,
                  hint: t('arrives', { days }),
                  detail: price.minor === 0n ? t('free') : <MoneyText amount={price} />,
                }))}
              />
            </CheckoutSection>
          )}
          <div className="max-w-text">
            <LowerEdge>
              <SubmitButton tone="primary" size="large" wide>
                {t('continueToPayment')}
              </SubmitButton>
            </LowerEdge>
          </div>
        </Form>
      }
    />
  );
}
