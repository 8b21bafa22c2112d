import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { useEffect } from 'react';
import { useFormats, useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { showCartCount } from '#app/components/shell/cart-count.ts';
import { useShell } from '#app/components/shell/use-shell.ts';
import { CartLines } from '#app/components/shop/cart-lines.tsx';
import { DiscountField } from '#app/components/shop/discount-field.tsx';
import { Suggestions } from '#app/components/shop/suggestions.tsx';
import { CartSummary } from '#app/components/shop/cart-summary.tsx';
import { type CartChanging, useCartChanges } from '#app/components/shop/use-cart-changes.ts';
import { sumFacts } from '#app/components/shop/sum-facts.tsx';
import { Button, ButtonLink } from '#app/components/ui/button.tsx';
import { Disclosure } from '#app/components/ui/disclosure.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { SelectField, TextField } from '#app/components/ui/field.tsx';
import { LowerEdge } from '#app/components/ui/lower-edge.tsx';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { cartBuyerOf } from '#app/http/cart-buyer.server.ts';
import { cartLinesWithPictures, cartSums, countryOptions, discountView } from '#app/http/cart-view.server.ts';
import { attributesOf } from '#app/http/storefront/categories.server.ts';
import { suggestionsFor } from '#app/http/suggestions-view.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import { wayToOrder } from '#app/http/way-to-order.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { viewCart } from '#app/use-cases/cart/view-cart.server.ts';
import { readReturningBuyer } from '#app/use-cases/checkout/returning-buyer.server.ts';

export const handle: RouteHandle = { messages: ['cart', 'shop', 'suggestions'] };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const viewer = await viewerOf(request, context);
  const { owner } = cartBuyerOf(viewer);
  const cart = await viewCart(deps, { owner, rules: viewer.rules });
  const inCart = cart ? [...cart.details.values()].map(({ sku }) => sku) : [];
  const suggestions = await suggestionsFor(context, viewer, inCart);
  if (!cart || cart.lines.length === 0) return { cart: null, suggestions };
  const known = await readReturningBuyer(deps, { owner });
  return {
    suggestions,
    cart: {
      lines: await cartLinesWithPictures(deps, cart, {
        locale: viewer.locale,
        attributes: await attributesOf(context),
      }),
      sums: cartSums(cart, deps.now(), viewer.locale),
      countries: countryOptions(cart, viewer.locale),
      country: cart.toTotal.country,
      postalCode: cart.toTotal.postalCode,
      isBuyable: cart.isBuyable,
      isCompany: viewer.buyingAs.kind !== 'consumer',
      discount: discountView(cart, viewer.locale),
      next: wayToOrder(viewer, known !== null),
    },
  };
}

type CartData = NonNullable<SerializeFrom<typeof loader>['cart']>;
const noLines: CartData['lines'] = [];

export default function Cart() {
  const t = useMessages('cart');
  const to = useLocalePath();
  const reading = useLoaderData<typeof loader>();
  const { cart, suggestions } = reading;
  const changing = useCartChanges({ lines: cart?.lines ?? noLines, reading, buyingAs: useShell().buyingAs, to });
  const { rows, isWaiting } = changing;
  const count = rows.filter(({ is }) => is === 'there').length;
  useEffect(() => {
    showCartCount(isWaiting ? count : null);
    return () => showCartCount(null);
  }, [isWaiting, count]);
  return (
    <>
      <h1 className="mb-6 font-display text-3xl font-medium">{t('title')}</h1>
      <div className={`grid gap-8 ${count > 0 ? 'lg:grid-cols-[1fr_24rem]' : ''}`}>
        <CartLines
          rows={rows}
          lineAction={(line) => to(`/cart/lines/${line}`)}
          removeAction={(line) => to(`/cart/lines/${line}/removal`)}
          onChange={changing.change}
        />
        {count === 0 && (
          <EmptyState
            title={t('emptyTitle')}
            text={t('emptyText')}
            action={
              <ButtonLink to={to('/')} tone="primary">
                {t('emptyAction')}
              </ButtonLink>
            }
          />
        )}
        {count > 0 && cart && <Summary cart={cart} changing={changing} />}
      </div>
      <NewTotal cart={cart} changing={changing} />
      <div className="mt-10">
        <Suggestions suggestions={suggestions} />
      </div>
    </>
  );
}

/** Read out once the shop has worked it out anew. */
function NewTotal({ cart, changing }: { cart: CartData | null; changing: CartChanging }) {
  const t = useMessages('cart');
  const formats = useFormats();
  const { hasChanged, isWaiting, isHeld } = changing;
  const total = cart ? t('newTotal', { amount: formatMoney(cart.sums.payable, formats) }) : t('emptyTitle');
  return (
    <p role="status" className="sr-only">
      {isHeld ? t('savingFirst') : hasChanged && !isWaiting && total}
    </p>
  );
}

function Summary({ cart, changing }: { cart: CartData; changing: CartChanging }) {
  const t = useMessages('cart');
  const to = useLocalePath();
  const formats = useFormats();
  const { sums } = cart;
  return (
    <CartSummary
      title={t('summary')}
      isBusy={changing.isWaiting}
      facts={sumFacts({ sums, shippingLabel: t('shippingTo', { place: sums.place }), t })}
      {...(sums.toFree && {
        toFreeShipping: {
          text: t('toFreeShipping', { amount: formatMoney(sums.toFree.amount, formats) }),
          percent: sums.toFree.percent,
        },
      })}
      action={
        <div className="grid gap-3">
          {cart.isBuyable && (
            <LowerEdge
              about={{ what: t('payable'), price: changing.isWaiting ? '…' : formatMoney(sums.payable, formats) }}
            >
              <ButtonLink to={to(cart.next)} tone="primary" size="large" wide isPending={changing.isHeld}>
                {t(cart.isCompany ? 'toPurchaseOrder' : 'toCheckout')}
              </ButtonLink>
            </LowerEdge>
          )}
          <Form method="get" action={to('/quotes/request')}>
            <Button wide>{t('requestQuote')}</Button>
          </Form>
          <Link to={to('/lists/additions?from=cart')} className="grid min-h-11 place-items-center">
            {t('keepOnList')}
          </Link>
        </div>
      }
      note={
        <>
          {sums.delivery && <p>{t('delivery', { days: sums.delivery })}</p>}
          <p>{t('returns', { days: sums.returnDays })}</p>
          {!cart.isCompany && <DiscountField discount={cart.discount} back="/cart" />}
          <Disclosure title={t('estimate')}>
            <Form method="post" action={to('/cart/destination')} className="grid gap-3 pt-2" preventScrollReset>
              <SelectField
                label={t('country')}
                name="country"
                options={cart.countries}
                defaultValue={cart.country}
                autoComplete="country"
              />
              <TextField
                label={t('postalCode')}
                name="postalCode"
                defaultValue={cart.postalCode}
                autoComplete="postal-code"
                hint={t('estimateHint')}
              />
              <Button>{t('estimateAction')}</Button>
            </Form>
          </Disclosure>
        </>
      }
    />
  );
}
