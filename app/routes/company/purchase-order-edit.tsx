import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { SelectField, TextArea, TextField } from '#app/components/ui/field.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { unitId } from '#app/domain/access/ids.ts';
import { memberMay } from '#app/domain/access/permissions.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { mayBeEdited } from '#app/domain/purchase-orders/lifecycle.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { buyingAsField, buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { type FormKey } from '#app/http/form-messages.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { addressesToDeliverTo, isSameAddress } from '#app/http/delivery-addresses.server.ts';
import { requirePurchaseOrder } from '#app/http/purchase-order-access.server.ts';
import { purchaseOrderPath } from '#app/http/purchase-order-act.server.ts';
import { refusalInForm, refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { editPurchaseOrder } from '#app/use-cases/purchase-orders/edit-purchase-order.server.ts';
import { submitPurchaseOrder } from '#app/use-cases/purchase-orders/submit-purchase-order.server.ts';
import { listCostCentres } from '#db/queries/company-record.server.ts';
import type { PurchaseOrderLine } from '#db/queries/purchase-orders.server.ts';

export const handle: RouteHandle = { messages: ['purchaseOrders'] };

const quantity = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,6})?$/, 'not_a_number' satisfies FormKey)
  .optional();
const fields = z.object({
  ...buyingAsField,
  revision: z.coerce.number().int(),
  number: z.string().min(1).max(100),
  cost_centre: z.string().max(50).optional(),
  ship_to: z.string().max(50).optional(),
  delivery_on: z.iso.date().optional(),
  notes: z.string().max(5_000).default(''),
  lines: z.array(z.object({ line: z.coerce.number().int(), quantity })).default([]),
  more: z.array(z.object({ sku: z.string().max(100).optional(), quantity })).default([]),
  then: z.literal('submit').optional(),
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { seen, actor, buyingAs } = await requirePurchaseOrder(request, context, params.id);
  const { order } = seen;
  if (!mayBeEdited(order.status) || !memberMay(actor.member, 'edit_submitted_purchase_orders', unitId(order.unitId)))
    throw notFound();
  const { db } = context.deps;
  const [centres, places] = await Promise.all([
    listCostCentres(db, { companyId: order.companyId }),
    addressesToDeliverTo(db, { companyId: order.companyId, companyName: buyingAs.company.name }),
  ]);
  return {
    id: order.id,
    number: order.number,
    revision: order.revision,
    costCentre: order.costCentre ?? '',
    deliveryOn: order.deliveryOn ?? '',
    notes: order.notes,
    mayChangeNotes: seen.decisions.every(({ revision }) => revision !== order.revision),
    maySubmit: memberMay(actor.member, 'submit_purchase_orders', unitId(order.unitId)),
    shipTo: places.find(({ address }) => isSameAddress(address, order.shipTo))?.unitId ?? '',
    places: places.map(({ unitId: id, label }) => ({ value: id, label })),
    costCentres: centres.filter(({ isActive }) => isActive).map(({ code, name }) => ({ code, name })),
    lines: seen.lines.map((line) => ({
      line: line.line,
      sku: line.sku,
      title: line.title,
      quantity: toDecimalString(toExact(line.quantity), 6, 0),
    })),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { deps } = context;
  const { seen, actor, viewer, companyScope, buyingAs } = await requirePurchaseOrder(request, context, params.id);
  const form = await parseForm(request, fields);
  if (!form.ok) return formReply(form);
  const moved = buyingAsRefusal(viewer, form.value);
  if (moved) return refusalInForm(request, moved, form);
  const { order } = seen;
  const { value } = form;
  const withoutSku = value.more.findIndex((line) => line.quantity !== undefined && line.sku === undefined);
  if (withoutSku >= 0) return formReply(fieldRefused(request, form, `more.${withoutSku}.sku`, 'required'));
  const lines = linesOf(value, seen.lines);
  if (lines.length === 0) return refusalInForm(request, { ok: false, code: 'lines_needed' }, form);
  const places = await addressesToDeliverTo(deps.db, {
    companyId: order.companyId,
    companyName: buyingAs.company.name,
  });
  const shipTo = places.find(({ unitId: id }) => id === value.ship_to)?.address;
  const edited = await editPurchaseOrder(deps, {
    actor,
    scope: companyScope,
    id: order.id,
    revision: value.revision,
    changes: {
      lines,
      costCentre: value.cost_centre ?? null,
      ...(shipTo && !isSameAddress(shipTo, order.shipTo) && { shipTo }),
      number: value.number,
      notes: value.notes,
      deliveryOn: value.delivery_on ?? null,
    },
  });
  if (!edited.ok) return refusalInForm(request, edited, form);
  const path = purchaseOrderPath(params.id);
  if (value.then !== 'submit')
    return redirectWithFlash(request, context, path, {
      tone: 'good',
      area: 'purchaseOrders',
      key: 'changedNotesFlash',
    });
  const submitted = await submitPurchaseOrder(deps, { actor, scope: companyScope, id: order.id });
  if (!submitted.ok) return refusalRedirect(request, context, path, submitted);
  return redirectWithFlash(request, context, path, { tone: 'good', area: 'purchaseOrders', key: 'submittedFlash' });
}

/** What stays keeps its number and its configuration; new lines come after the last one there ever was. */
function linesOf(value: z.output<typeof fields>, stored: readonly PurchaseOrderLine[]) {
  const typed = new Map(value.lines.map((line) => [line.line, line.quantity]));
  const last = Math.max(0, ...stored.map(({ line }) => line));
  const kept = stored.flatMap(({ line, sku, configuration }) => {
    const wanted = typed.get(line);
    return wanted === undefined || Number(wanted) === 0 ? [] : [{ line, sku, quantity: wanted, configuration }];
  });
  const added = value.more
    .flatMap(({ sku, quantity: wanted }) => (sku === undefined ? [] : [{ sku, quantity: wanted ?? '1' }]))
    .map((line, index) => ({ ...line, line: last + 1 + index, configuration: {} }));
  return [...kept, ...added];
}

const newLines = [0, 1, 2];

export default function EditPurchaseOrder() {
  const t = useMessages('purchaseOrders');
  const page = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return (
    <>
      <PageHead title={t('editTitle', { number: page.number })} lead={t('editLead')} />
      <Form method="post" className="grid max-w-[48rem] gap-6" noValidate>
        <BuyingAsField />
        <input type="hidden" name="revision" value={page.revision} />
        <ErrorSummary answer={form} labels={{ number: t('ownNumber'), delivery_on: t('deliveryOn') }} />
        <Card title={t('lines')}>
          <p className="mb-4 text-sm text-ink-faint">{t('removeLineHint')}</p>
          <ul className="grid gap-4">
            {page.lines.map(({ line, sku, title, quantity: stored }, index) => (
              <li key={line} className="grid items-end gap-2 sm:grid-cols-[1fr_8rem]">
                <input type="hidden" name={`lines.${index}.line`} value={line} />
                <span>
                  {title} <span className="block text-sm text-ink-faint">{sku}</span>
                </span>
                <TextField
                  label={`${t('quantity')} ${title}`}
                  isLabelHidden
                  inputMode="decimal"
                  className="tabular text-end"
                  {...fieldOf(form, `lines.${index}.quantity`, stored)}
                />
              </li>
            ))}
            {newLines.map((index) => (
              <li key={`new-${String(index)}`} className="grid items-end gap-2 sm:grid-cols-[1fr_8rem]">
                <TextField label={`${t('addLine')}: ${t('newSku')}`} {...fieldOf(form, `more.${index}.sku`)} />
                <TextField
                  label={t('quantity')}
                  inputMode="decimal"
                  className="tabular text-end"
                  {...fieldOf(form, `more.${index}.quantity`)}
                />
              </li>
            ))}
          </ul>
        </Card>
        {!page.mayChangeNotes && <Notice title={t('editNotes')} />}
        <div className="grid gap-4">
          <TextField label={t('ownNumber')} maxLength={100} {...fieldOf(form, 'number', page.number)} />
          {page.costCentres.length > 0 && (
            <SelectField
              label={t('costCentre')}
              isOptional
              options={[
                { value: '', label: t('noCostCentre') },
                ...page.costCentres.map(({ code, name }) => ({
                  value: code,
                  label: name ? `${code} · ${name}` : code,
                })),
              ]}
              {...fieldOf(form, 'cost_centre', page.costCentre)}
            />
          )}
          {page.places.length > 0 && (
            <SelectField
              label={t('shipTo')}
              options={[...(page.shipTo ? [] : [{ value: '', label: t('keepAddress') }]), ...page.places]}
              {...fieldOf(form, 'ship_to', page.shipTo)}
            />
          )}
          <TextField
            label={t('deliveryOn')}
            isOptional
            type="date"
            {...fieldOf(form, 'delivery_on', page.deliveryOn)}
          />
          <TextArea label={t('notes')} isOptional {...fieldOf(form, 'notes', page.notes)} />
        </div>
        <p className="flex flex-wrap gap-3">
          <Button tone={page.maySubmit ? 'quiet' : 'primary'}>{t('saveChanges')}</Button>
          {page.maySubmit && (
            <Button tone="primary" name="then" value="submit">
              {t('saveAndSubmit')}
            </Button>
          )}
        </p>
      </Form>
    </>
  );
}
