import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { QuantityFields } from '#app/components/standing/quantity-fields.tsx';
import { RhythmFields, rhythmLabels } from '#app/components/standing/rhythm-fields.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { TextField } from '#app/components/ui/field.tsx';
import { addressProblems, tidyAddress } from '#app/domain/checkout/address-fields.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { isOwner } from '#app/domain/standing-orders/who-may-change.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { buyingAsField, buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import { quantityNotes } from '#app/http/standing-order-view.server.ts';
import {
  quantityFields,
  rhythmFields,
  standingOrderOf,
  standingPath,
  wantedOf,
} from '#app/http/standing-orders.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { nextPlanned } from '#app/use-cases/standing-orders/change-run.server.ts';
import { changeAll } from '#app/use-cases/standing-orders/change-standing-order.server.ts';
import { companyOf } from '#app/use-cases/standing-orders/resolve-run.server.ts';

export const handle: RouteHandle = { messages: ['standing'] };

async function asked({ request, params, context }: LoaderFunctionArgs) {
  const found = await standingOrderOf(request, context, params);
  if (!isOwner(found.keeper, found.order) || found.order.status === 'ended') throw notFound();
  return found;
}

export async function loader(args: LoaderFunctionArgs) {
  const { keeper, order } = await asked(args);
  const { db, now } = args.context.deps;
  const next = await nextPlanned(db, order);
  const { shipTo } = order;
  return {
    id: order.id,
    version: order.version,
    lines: await quantityNotes(db, {
      order: { ...order, shipTo: tidyAddress(shipTo) },
      company: await companyOf(db, order),
      lines: order.lines,
      locale: keeper.viewer.locale,
      at: now(),
    }),
    stored: {
      name: order.name,
      every: order.every,
      period: order.period,
      first: next ?? order.startsOn,
      ends: order.endsOn ?? '',
      tolerance: toDecimalString(toExact(order.tolerancePercent), 4),
    },
    address: { name: shipTo.name, address: shipTo.address, postalCode: shipTo.postalCode, city: shipTo.city },
  };
}

const form = z.object({
  ...rhythmFields,
  ...quantityFields,
  ...buyingAsField,
  version: z.coerce.number().int(),
  full_name: z.string().trim().min(1).max(200),
  address: z.string().trim().min(1).max(200),
  postal_code: z.string().trim().max(20).default(''),
  city: z.string().trim().min(1).max(200),
});

/** POST: all that are to come are so from now on. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { keeper, order } = await asked(args);
  const typed = await parseForm(request, form);
  if (!typed.ok) return formReply(typed);
  const moved = buyingAsRefusal(keeper.viewer, typed.value);
  if (moved) return refusalInForm(request, moved, typed);
  const { name, every, period, first, ends, tolerance, quantity, version } = typed.value;
  const shipTo = tidyAddress({
    ...order.shipTo,
    name: typed.value.full_name,
    address: typed.value.address,
    postalCode: typed.value.postal_code,
    city: typed.value.city,
  });
  if (addressProblems(shipTo).postalCode) return formReply(fieldRefused(request, typed, 'postal_code', 'invalid'));
  const next = await nextPlanned(context.deps.db, order);
  // The same rhythm from the same next day goes on from where it began, so that a month's last day stays one.
  const isSame = every === order.every && period === order.period && first === (next ?? order.startsOn);
  const changed = await changeAll(context.deps, {
    ...keeper,
    id: order.id,
    version,
    change: {
      name,
      rhythm: { every, period, startsOn: isSame ? order.startsOn : first },
      endsOn: ends,
      tolerancePercent: tolerance,
      shipTo: shipTo as typeof order.shipTo,
      wanted: wantedOf(quantity),
    },
  });
  if (!changed.ok) return refusalInForm(request, changed, typed);
  return redirectWithFlash(request, context, standingPath(order.id), {
    tone: 'good',
    area: 'standing',
    key: 'changed',
  });
}

export default function Changes() {
  const t = useMessages('standing');
  const to = useLocalePath();
  const { id, version, lines, stored, address } = useLoaderData<typeof loader>();
  const { form: answer } = answerOf(useActionData());
  const labels = {
    ...rhythmLabels(t),
    full_name: t('fullName'),
    address: t('street'),
    postal_code: t('postalCode'),
    city: t('city'),
  };
  return (
    <div className="mx-auto grid w-full max-w-[38rem] gap-6">
      <div>
        <p className="mb-2">
          <Link to={to(`/standing-orders/${id}`)}>{t('back')}</Link>
        </p>
        <h1 className="font-display text-3xl font-medium">{t('changeAll')}</h1>
      </div>
      <Form method="post" className="grid gap-6" noValidate>
        <BuyingAsField />
        <input type="hidden" name="version" value={version} />
        <ErrorSummary answer={answer} labels={labels} />
        <RhythmFields answer={answer} stored={stored} isNew={false} />
        <QuantityFields answer={answer} lines={lines} />
        <fieldset className="grid gap-4">
          <legend className="mb-2 font-semibold">{t('addressTitle')}</legend>
          <TextField label={t('fullName')} required {...fieldOf(answer, 'full_name', address.name)} />
          <TextField label={t('street')} required {...fieldOf(answer, 'address', address.address)} />
          <div className="grid grid-cols-[8rem_1fr] items-start gap-4">
            <TextField label={t('postalCode')} {...fieldOf(answer, 'postal_code', address.postalCode)} />
            <TextField label={t('city')} required {...fieldOf(answer, 'city', address.city)} />
          </div>
        </fieldset>
        <p>
          <SubmitButton tone="primary" size="large">
            {t('saveAll')}
          </SubmitButton>
        </p>
      </Form>
    </div>
  );
}
