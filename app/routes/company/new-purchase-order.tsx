import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useFormats, useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { ButtonLink, SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { AmountList } from '#app/components/ui/description-list.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { SelectField, TextArea, TextField } from '#app/components/ui/field.tsx';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { cartBuyerOf } from '#app/http/cart-buyer.server.ts';
import { cartLineView } from '#app/http/cart-view.server.ts';
import { readCompanyForm } from '#app/http/company-form.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { purchaseOrderPath } from '#app/http/purchase-order-act.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { requireMember } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { viewCart } from '#app/use-cases/cart/view-cart.server.ts';
import { submitCart } from '#app/use-cases/purchase-orders/submit-cart.server.ts';
import { listCostCentres } from '#db/queries/company-record.server.ts';

export const handle: RouteHandle = { messages: ['purchaseOrders'] };

const shape = {
  number: z.string().max(100).optional(),
  cost_centre: z.string().max(50).optional(),
  delivery_on: z.iso.date().optional(),
  notes: z.string().max(5_000).default(''),
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { buyingAs, viewer } = await requireMember(request, context, 'submit_purchase_orders');
  const { deps } = context;
  const cart = await viewCart(deps, { owner: cartBuyerOf(viewer).owner, rules: viewer.rules });
  const centres = await listCostCentres(deps.db, { companyId: buyingAs.company.id });
  return {
    unit: buyingAs.unit.name,
    costCentres: centres.filter(({ isActive }) => isActive).map(({ code, name }) => ({ code, name })),
    cart:
      cart && cart.lines.length > 0
        ? {
            lines: cart.lines.map((line) => cartLineView(cart, line, viewer.locale)),
            total: cart.totals.total,
            freight: cart.totals.freight,
            tax: cart.totals.tax,
            payable: cart.totals.payable,
          }
        : null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readCompanyForm(request, context, 'submit_purchase_orders', shape);
  if (!form.ok) return form.answer;
  const { actor, buyingAs, scope, viewer } = form.as;
  const outcome = await submitCart(context.deps, {
    actor,
    scope,
    owner: cartBuyerOf(viewer).owner,
    unitId: buyingAs.unit.id,
    number: form.value.number ?? null,
    costCentre: form.value.cost_centre ?? null,
    deliveryOn: form.value.delivery_on ?? null,
    notes: form.value.notes,
  });
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  const words = { tone: 'good', area: 'purchaseOrders', key: 'submittedFlash' } as const;
  return redirectWithFlash(request, context, purchaseOrderPath(outcome.value.id), words);
}

export default function NewPurchaseOrder() {
  const t = useMessages('purchaseOrders');
  const to = useLocalePath();
  const formats = useFormats();
  const { unit, costCentres, cart } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
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
      <div className="grid items-start gap-6 xl:grid-cols-[1fr_24rem]">
        <Form method="post" className="grid max-w-[34rem] gap-4" noValidate>
          <BuyingAsField />
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
