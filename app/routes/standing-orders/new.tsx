import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { QuantityFields } from '#app/components/standing/quantity-fields.tsx';
import { RhythmFields, rhythmLabels } from '#app/components/standing/rhythm-fields.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { standardTolerancePercent } from '#app/domain/standing-orders/price-change.ts';
import { addDays } from '#app/domain/standing-orders/schedule.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { buyingAsField, buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import { quantityNotes } from '#app/http/standing-order-view.server.ts';
import {
  quantityFields,
  requireStandingKeeper,
  rhythmFields,
  standingPath,
  wantedOf,
} from '#app/http/standing-orders.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readPastOrder } from '#app/use-cases/orders/preview-reorder.server.ts';
import {
  linesToRepeat,
  makeStandingOrder,
  timeZoneOf,
} from '#app/use-cases/standing-orders/make-standing-order.server.ts';
import { findOrder } from '#db/queries/orders.server.ts';

export const handle: RouteHandle = { messages: ['standing'] };

/** The past order the address names, for someone who may order it again as whom they buy. */
async function asked({ request, context }: LoaderFunctionArgs) {
  const keeper = await requireStandingKeeper(request, context);
  const { db } = context.deps;
  const number = new URL(request.url).searchParams.get('order') ?? '';
  const order = await findOrder(db, { scope: keeper.orders, number });
  const past = order && (await readPastOrder(db, { orderId: order.id, scope: keeper.orders, actor: keeper.actor }));
  if (!past?.ok) throw notFound();
  return { keeper, past: past.value };
}

export async function loader(args: LoaderFunctionArgs) {
  const { keeper, past } = await asked(args);
  const { db, now } = args.context.deps;
  const today = dayIn(now(), await timeZoneOf(db, past));
  const [first] = past.lines;
  return {
    id: newId(now().getTime()),
    number: past.order.number,
    lines: await quantityNotes(db, {
      ...past,
      lines: linesToRepeat(past),
      locale: keeper.viewer.locale,
      at: now(),
    }),
    stored: {
      name: (first?.title ?? '').slice(0, 100),
      every: 4,
      period: 'week',
      first: addDays(today, 7),
      ends: '',
      tolerance: standardTolerancePercent,
    },
  };
}

const form = z.object({ id: z.guid(), ...rhythmFields, ...quantityFields, ...buyingAsField });

/** POST: what was ordered comes again by itself from now on. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { keeper, past } = await asked(args);
  const typed = await parseForm(request, form);
  if (!typed.ok) return formReply(typed);
  const moved = buyingAsRefusal(keeper.viewer, typed.value);
  if (moved) return refusalInForm(request, moved, typed);
  const { id, name, every, period, first, ends, tolerance, quantity } = typed.value;
  const made = await makeStandingOrder(context.deps, {
    id,
    actor: keeper.actor,
    ownerId: keeper.personId,
    reader: keeper.reader,
    order: { id: past.order.id, scope: keeper.orders },
    name,
    rhythm: { every, period, startsOn: first },
    endsOn: ends,
    tolerancePercent: tolerance,
    wanted: wantedOf(quantity),
  });
  if (!made.ok) return refusalInForm(request, made, typed);
  return redirectWithFlash(request, context, standingPath(made.value.id), {
    tone: 'good',
    area: 'standing',
    key: 'made',
  });
}

export default function NewStandingOrder() {
  const t = useMessages('standing');
  const to = useLocalePath();
  const { id, number, lines, stored } = useLoaderData<typeof loader>();
  const { form: answer } = answerOf(useActionData());
  return (
    <div className="mx-auto grid w-full max-w-[38rem] gap-6">
      <div>
        <p className="mb-2">
          <Link to={to(`/orders/${number}`)}>{number}</Link>
        </p>
        <h1 className="font-display text-3xl font-medium">{t('newTitle', { number })}</h1>
        <p className="mt-2 text-ink-soft">{t('newLead')}</p>
      </div>
      <Form method="post" className="grid gap-6" noValidate>
        <BuyingAsField />
        <input type="hidden" name="id" value={id} />
        <ErrorSummary answer={answer} labels={rhythmLabels(t)} />
        <RhythmFields answer={answer} stored={stored} isNew />
        <QuantityFields answer={answer} lines={lines} />
        <p>
          <SubmitButton tone="primary" size="large">
            {t('make')}
          </SubmitButton>
        </p>
      </Form>
    </div>
  );
}
