import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { ReorderLines } from '#app/components/shop/reorder-lines.tsx';
import { ReorderSums } from '#app/components/shop/reorder-sums.tsx';
import { QuantityFields } from '#app/components/standing/quantity-fields.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { TextField } from '#app/components/ui/field.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { buyingAsField, buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import { dayText, runDetail } from '#app/http/standing-order-view.server.ts';
import {
  dayField,
  dayParam,
  quantityFields,
  standingOrderOf,
  standingPath,
  wantedOf,
} from '#app/http/standing-orders.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { changeRunAlone } from '#app/use-cases/standing-orders/change-run.server.ts';

export const handle: RouteHandle = { messages: ['standing', 'orders'] };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { keeper, order } = await standingOrderOf(request, context, params);
  const plannedOn = dayParam(params.run);
  const detail = await runDetail(context.deps, { order, keeper, plannedOn, locale: keeper.viewer.locale });
  if (!detail) throw notFound();
  return detail;
}

const form = z.object({ on: dayField, ...quantityFields, ...buyingAsField });

/** POST: this one alone comes on another day, or with other quantities. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { keeper, order } = await standingOrderOf(request, context, params);
  const typed = await parseForm(request, form);
  if (!typed.ok) return formReply(typed);
  const moved = buyingAsRefusal(keeper.viewer, typed.value);
  if (moved) return refusalInForm(request, moved, typed);
  const changed = await changeRunAlone(context.deps, {
    ...keeper,
    id: order.id,
    plannedOn: dayParam(params.run),
    runsOn: typed.value.on,
    wanted: wantedOf(typed.value.quantity),
  });
  if (!changed.ok) return refusalInForm(request, changed, typed);
  const values = { day: dayText(changed.value.runsOn, keeper.viewer.locale) };
  return redirectWithFlash(request, context, standingPath(order.id), {
    ...{ tone: 'good', area: 'standing', key: 'changedOn' },
    values,
  });
}

export default function Run() {
  const t = useMessages('standing');
  const o = useMessages('orders');
  const to = useLocalePath();
  const run = useLoaderData<typeof loader>();
  const { form: answer } = answerOf(useActionData());
  const base = `/standing-orders/${run.id}`;
  const at = (noun: string) => to(`${base}/runs/${run.plannedOn}/${noun}`);
  return (
    <div className="mx-auto grid w-full max-w-[46rem] gap-6">
      <div>
        <p className="mb-2">
          <Link to={to(base)}>{t('back')}</Link>
        </p>
        <h1 className="font-display text-3xl font-medium break-words">
          {t('runTitle', { name: run.name, day: run.day })}
        </h1>
        <p className="mt-2 text-ink-soft">{run.stateText}</p>
        {run.texts.map((text) => (
          <p key={text} className="text-ink-soft">
            {text}
          </p>
        ))}
      </div>
      {run.asks && (
        <Form method="post" action={at('yes')} className="grid gap-5">
          <BuyingAsField />
          <input type="hidden" name="shown" value={run.asks.version} />
          <p>{run.asks.lines.length > 0 ? t('yesLead') : t('yesSame')}</p>
          <ReorderLines lines={run.asks.lines} />
          {run.asks.sameText && <p className="text-ink-soft">{run.asks.sameText}</p>}
          <Card title={o('amounts')}>
            <ReorderSums sums={run.asks.sums} />
          </Card>
          {run.asks.canBeOrdered ? (
            <SubmitButton tone="primary" size="large" action={at('yes')}>
              {t('yes')}
            </SubmitButton>
          ) : (
            <p>{o('reorderNothing')}</p>
          )}
        </Form>
      )}
      {run.pays !== null && (
        <Form method="post" action={at('payment')} className="grid gap-3">
          <BuyingAsField />
          <input type="hidden" name="shown" value={run.pays} />
          <p className="text-ink-soft">{t('payNowText')}</p>
          <p>
            <SubmitButton tone="primary" size="large" action={at('payment')}>
              {t('payNow')}
            </SubmitButton>
          </p>
        </Form>
      )}
      {run.mayChange && (
        <Form method="post" className="grid max-w-[38rem] gap-6" noValidate>
          <BuyingAsField />
          <p className="text-ink-soft">{t('runLead')}</p>
          <ErrorSummary answer={answer} labels={{ on: t('runOn') }} />
          <TextField
            label={t('runOn')}
            hint={t('runOnHint')}
            type="date"
            required
            className="min-w-0"
            {...fieldOf(answer, 'on', run.runsOn)}
          />
          <QuantityFields answer={answer} lines={run.lines} />
          <p>
            <SubmitButton action={to(`${base}/runs/${run.plannedOn}`)}>{t('saveRun')}</SubmitButton>
          </p>
        </Form>
      )}
      {!run.mayChange && !run.asks && run.pays === null && <p>{t('notChangeable')}</p>}
    </div>
  );
}
