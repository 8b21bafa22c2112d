import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { DoorPage } from '#app/components/account/door-page.tsx';
import { useMessages } from '#app/components/i18n/words.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { RadioGroup } from '#app/components/ui/radio-group.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { nextPath, requirePerson } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { switchBuyingAs } from '#app/use-cases/identity/switch-buying-as.server.ts';
import { listUnitsInReach } from '#db/queries/memberships.server.ts';

export const handle: RouteHandle = { messages: ['account'] };

const choiceForm = z.object({ buy_for: z.union([z.literal('self'), z.uuid()]), next: z.string().optional() });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person, buyingAs } = await requirePerson(request, context);
  const next = nextPath(request, new URL(request.url).searchParams.get('next'));
  const units = await listUnitsInReach(context.deps.db, { personId: person.id });
  return { next, name: person.name, units, current: buyingAs.kind === 'consumer' ? 'self' : buyingAs.unit.id };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { person, session } = await requirePerson(request, context);
  const form = await parseForm(request, choiceForm);
  if (!form.ok) return formReply(form);
  const unitId = form.value.buy_for === 'self' ? null : form.value.buy_for;
  const outcome = await switchBuyingAs(context.deps, { personId: person.id, sessionId: session.id, unitId });
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  const next = nextPath(request, form.value.next);
  return redirectWithFlash(request, context, next, { tone: 'info', area: 'account', key: 'buyingAsSwitched' });
}

export default function BuyingAs() {
  const t = useMessages('account');
  const { next, name, units, current } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const options = [
    { value: 'self', label: name || t('yourself'), hint: t('yourselfHint') },
    ...units.map((unit) => ({ value: unit.id, label: `${unit.companyName} · ${unit.name}`, hint: unit.currency })),
  ];
  return (
    <DoorPage title={t('buyingAsTitle')} lead={t('buyingAsLead')}>
      <ErrorSummary answer={form} labels={{ buy_for: t('buyFor') }} />
      <Form method="post" className="grid gap-5">
        <input type="hidden" name="next" value={next} />
        <RadioGroup name="buy_for" label={t('buyFor')} options={options} defaultValue={current} />
        <SubmitButton tone="primary" size="large" wide>
          {t('switchButton')}
        </SubmitButton>
      </Form>
    </DoorPage>
  );
}
