import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { SelectField, TextArea, TextField } from '#app/components/ui/field.tsx';
import { returnReasons } from '#app/domain/orders/returns.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { orderToActOn } from '#app/http/order-acts.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { returnView } from '#app/http/return-view.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { requestReturn } from '#app/use-cases/orders/request-return.server.ts';

export const handle: RouteHandle = { messages: ['orders'] };
export const meta: MetaFunction = ({ params }) => [
  { title: `${params.number ?? ''} · Tradepost` },
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'same-origin' },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { order, query } = await orderToActOn(request, context, params.number);
  const { db, now } = context.deps;
  const view = await returnView(db, order, { locale: localeOf(request), at: now() });
  return { number: order.number, query, lines: view.lines, isOver: view.isOver };
}

const returnForm = z.object({
  lines: z
    .array(
      z.object({
        line: z.coerce.number().int(),
        quantity: z
          .string()
          .trim()
          .regex(/^\d{1,9}(\.\d{1,6})?$/, 'not_a_number')
          .default('0'),
      }),
    )
    .max(1_000)
    .default([]),
  reason: z.enum(returnReasons),
  note: z.string().trim().max(1_000).default(''),
});

/** POST: what comes back is announced. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { order, query, by } = await orderToActOn(request, context, params.number);
  const form = await parseForm(request, returnForm);
  if (!form.ok) return formReply(form);
  const { lines: units, reason, note } = form.value;
  const done = await requestReturn(context.deps, { orderId: order.id, units, reason, note, ...by });
  if (!done.ok) return refusalInForm(request, done, form);
  return redirectWithFlash(request, context, `/orders/${order.number}${query}`, {
    tone: 'good',
    area: 'orders',
    key: 'returnRequested',
  });
}

export default function ReturnOfOrder() {
  const t = useMessages('orders');
  const to = useLocalePath();
  const { number, query, lines, isOver } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const back = to(`/orders/${number}${query}`);
  return (
    <div className="mx-auto grid w-full max-w-[46rem] gap-5">
      <h1 className="font-display text-3xl font-medium">{t('returnTitle', { number })}</h1>
      <ErrorSummary answer={form} labels={{ reason: t('returnReason'), note: t('returnNote') }} />
      {lines.length === 0 ? (
        <EmptyState
          title={t('returnNone')}
          text={t(isOver ? 'returnOver' : 'returnNoneText')}
          action={<Link to={back}>{t('returnBack')}</Link>}
        />
      ) : (
        <Form method="post" action={to(`/orders/${number}/returns${query}`)} className="grid gap-5">
          <Card title={t('returnLines')}>
            <div className="grid gap-4">
              {lines.map(({ line, title, sku, most, hint }, index) => (
                <div key={line}>
                  <input type="hidden" name={`lines.${index}.line`} value={line} />
                  <TextField
                    type="number"
                    inputMode="decimal"
                    min="0"
                    max={most}
                    step="any"
                    label={`${title} (${sku})`}
                    hint={hint}
                    {...fieldOf(form, `lines.${index}.quantity`, '0')}
                  />
                </div>
              ))}
            </div>
          </Card>
          <SelectField
            label={t('returnReason')}
            options={returnReasons.map((value) => ({ value, label: t(`returnReason_${value}`) }))}
            {...fieldOf(form, 'reason')}
          />
          <TextArea label={t('returnNote')} isOptional maxLength={1_000} {...fieldOf(form, 'note')} />
          <div className="flex flex-wrap items-center gap-4">
            <Button tone="primary">{t('returnAction')}</Button>
            <Link to={back}>{t('returnBack')}</Link>
          </div>
        </Form>
      )}
    </div>
  );
}
