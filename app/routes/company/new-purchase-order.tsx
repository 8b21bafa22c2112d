import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useSubmit } from '@remix-run/react';
import { useEffect, useState } from 'react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useFormats, useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { Button, ButtonLink, SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { AmountList } from '#app/components/ui/description-list.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { SelectField, TextArea, TextField } from '#app/components/ui/field.tsx';
import { FileField } from '#app/components/ui/file-field.tsx';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { cartBuyerOf } from '#app/http/cart-buyer.server.ts';
import { cartLineView } from '#app/http/cart-view.server.ts';
import { readCompanyForm } from '#app/http/company-form.server.ts';
import { addressesToDeliverTo } from '#app/http/delivery-addresses.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { largestUpload } from '#app/http/limited-body.server.ts';
import { purchaseOrderPath } from '#app/http/purchase-order-act.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { requireMember } from '#app/http/require-actor.server.ts';
import { filesField, givenFiles } from '#app/http/uploads.server.ts';
import { attributesOf } from '#app/http/storefront/categories.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { viewCart } from '#app/use-cases/cart/view-cart.server.ts';
import { submitCart } from '#app/use-cases/purchase-orders/submit-cart.server.ts';
import { listCostCentres } from '#db/queries/company-record.server.ts';

export const handle: RouteHandle = { messages: ['purchaseOrders'] };

const shape = {
  /** The cart on the page: another tab may have sent it in the meantime. */
  cart: z.uuid(),
  number: z.string().max(100).optional(),
  cost_centre: z.string().max(50).optional(),
  delivery_on: z.iso.date().optional(),
  notes: z.string().max(5_000).default(''),
  ship_to: z.string().max(50).default(''),
  /** The address whose totals were on the page. */
  shown_for: z.string().max(50).optional(),
  ...filesField,
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { buyingAs, viewer } = await requireMember(request, context, 'submit_purchase_orders');
  const { deps } = context;
  const [centres, places, attributes] = await Promise.all([
    listCostCentres(deps.db, { companyId: buyingAs.company.id }),
    addressesToDeliverTo(deps.db, { companyId: buyingAs.company.id, companyName: buyingAs.company.name }),
    attributesOf(context),
  ]);
  const asked = new URL(request.url).searchParams.get('ship_to') ?? buyingAs.unit.id;
  const place =
    places.find(({ unitId }) => unitId === asked) ?? places.find(({ unitId }) => unitId === buyingAs.unit.id) ?? null;
  const { owner } = cartBuyerOf(viewer);
  const cart = await viewCart(deps, {
    owner,
    rules: viewer.rules,
    ...(place && { country: place.address.country, postalCode: place.address.postalCode }),
  });
  return {
    unit: buyingAs.unit.name,
    shipTo: place?.unitId ?? '',
    places: place
      ? places.map(({ unitId, label }) => ({ value: unitId, label }))
      : [{ value: '', label: null }, ...places.map(({ unitId, label }) => ({ value: unitId, label }))],
    costCentres: centres.filter(({ isActive }) => isActive).map(({ code, name }) => ({ code, name })),
    cart:
      cart && cart.lines.length > 0
        ? {
            id: cart.cart.id,
            lines: cart.lines.map((line) => cartLineView(cart, line, { locale: viewer.locale, attributes })),
            total: cart.totals.total,
            freight: cart.totals.freight,
            tax: cart.totals.tax,
            payable: cart.totals.payable,
          }
        : null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readCompanyForm(request, context, 'submit_purchase_orders', shape, largestUpload);
  if (!form.ok) return form.answer;
  const { actor, buyingAs, scope } = form.as;
  const { ship_to: shipTo, shown_for: shownFor = shipTo } = form.value;
  if (shipTo !== shownFor) {
    const words = { tone: 'info', area: 'purchaseOrders', key: 'otherAddressFlash' } as const;
    return redirectWithFlash(
      request,
      context,
      `/company/purchase-orders/new?${String(new URLSearchParams({ ship_to: shipTo }))}`,
      words,
    );
  }
  const places = await addressesToDeliverTo(context.deps.db, {
    companyId: buyingAs.company.id,
    companyName: buyingAs.company.name,
  });
  const outcome = await submitCart(context.deps, {
    actor,
    scope,
    personId: buyingAs.member.person,
    unitId: buyingAs.unit.id,
    cartId: form.value.cart,
    number: form.value.number ?? null,
    costCentre: form.value.cost_centre ?? null,
    deliveryOn: form.value.delivery_on ?? null,
    notes: form.value.notes,
    shipTo: places.find(({ unitId }) => unitId === shipTo)?.address ?? null,
    files: await givenFiles(form.value.files),
  });
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  const words = { tone: 'good', area: 'purchaseOrders', key: 'submittedFlash' } as const;
  return redirectWithFlash(request, context, purchaseOrderPath(outcome.value.id), words);
}

export default function NewPurchaseOrder() {
  const t = useMessages('purchaseOrders');
  const to = useLocalePath();
  const formats = useFormats();
  const { unit, costCentres, cart, places, shipTo } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const ask = useSubmit();
  const [chosen, setChosen] = useState(shipTo);
  useEffect(() => setChosen(shipTo), [shipTo]);
  const options = places.map(({ value, label }) => ({ value, label: label ?? t('noAddress') }));
  const goesTo = options.find(({ value }) => value === shipTo)?.label;
  if (!cart)
    return (
      <>
        <PageHead title={t('newTitle')} />
        <EmptyState
          title={t('cartEmpty')}
          text={t('cartEmptyText')}
          action={<ButtonLink to={to('/')}>{t('toCart')}</ButtonLink>}
        />
      </>
    );
  return (
    <>
      <PageHead title={t('newTitle')} lead={t('newLead', { unit })} />
      {places.length > 1 && (
        <Form
          method="get"
          preventScrollReset
          className="mb-6 grid max-w-[34rem] items-end gap-2 sm:grid-cols-[1fr_auto]"
        >
          <SelectField
            key={shipTo}
            label={t('shipTo')}
            name="ship_to"
            defaultValue={shipTo}
            options={options}
            onChange={({ currentTarget }) => {
              setChosen(currentTarget.value);
              ask(currentTarget.form, { preventScrollReset: true });
            }}
          />
          <Button tone="quiet">{t('deliverThere')}</Button>
        </Form>
      )}
      <div className="grid items-start gap-6 xl:grid-cols-[1fr_24rem]">
        <Form method="post" encType="multipart/form-data" className="grid max-w-[34rem] gap-4" noValidate>
          <BuyingAsField />
          <input type="hidden" name="cart" value={cart.id} />
          <input type="hidden" name="ship_to" value={chosen} />
          <input type="hidden" name="shown_for" value={shipTo} />
          <ErrorSummary answer={form} labels={{ number: t('ownNumber') }} />
          <TextField
            label={t('ownNumber')}
            hint={t('ownNumberHint')}
            isOptional
            maxLength={100}
            {...fieldOf(form, 'number')}
          />
          {costCentres.length > 0 && (
            <SelectField
              label={t('costCentre')}
              isOptional
              options={[
                { value: '', label: t('noCostCentre') },
                ...costCentres.map(({ code, name }) => ({ value: code, label: name ? `${code} · ${name}` : code })),
              ]}
              {...fieldOf(form, 'cost_centre')}
            />
          )}
          <TextField label={t('deliveryOn')} isOptional type="date" {...fieldOf(form, 'delivery_on')} />
          <TextArea label={t('notes')} isOptional {...fieldOf(form, 'notes')} />
          <FileField label={t('files')} hint={t('addFilesHint')} multiple isOptional />
          <p>
            <SubmitButton tone="primary" size="large">
              {t('submit')}
            </SubmitButton>
          </p>
        </Form>
        <Card title={t('lines')}>
          <ul className="mb-4 grid gap-2">
            {cart.lines.map((line) => (
              <li key={line.id}>
                {line.quantityText} × {line.title}
              </li>
            ))}
          </ul>
          {goesTo && (
            <p className="mb-4 text-sm text-ink-soft">
              {t('shipTo')}: {goesTo}
            </p>
          )}
          <AmountList
            facts={[
              { label: t('total'), value: formatMoney(cart.total, formats) },
              { label: t('freight'), value: formatMoney(cart.freight, formats) },
              { label: t('tax'), value: formatMoney(cart.tax, formats) },
              { label: t('payable'), value: formatMoney(cart.payable, formats), isTotal: true },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
