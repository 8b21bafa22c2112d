import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { DoorPage } from '#app/components/account/door-page.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { RadioGroup } from '#app/components/ui/radio-group.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { mailContact, maskedAddress } from '#app/http/mail-contact.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { chooseReminders } from '#app/use-cases/reminders/choose-reminders.server.ts';

export const handle: RouteHandle = { messages: ['reminders'] };

const choiceForm = z.object({ reminders: z.enum(['yes', 'no']) });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { address, suppression } = await mailContact(context, params.token);
  return {
    token: params.token ?? '',
    address: maskedAddress(address),
    wanted: suppression === null,
    mayChoose: suppression === null || suppression === 'unsubscribed',
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const contact = await mailContact(context, params.token);
  const form = await parseForm(request, choiceForm);
  if (!form.ok) return formReply(form);
  const wanted = form.value.reminders === 'yes';
  await chooseReminders(context.deps, { contactId: contact.id, wanted, source: 'page' });
  return redirectWithFlash(request, context, `/preferences/mail/${params.token}`, {
    tone: 'good',
    area: 'reminders',
    key: 'preferencesSaved',
  });
}

export default function MailPreferences() {
  const t = useMessages('reminders');
  const to = useLocalePath();
  const { token, address, wanted, mayChoose } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return (
    <DoorPage title={t('preferencesTitle')} lead={t('preferencesFor', { address })}>
      <ErrorSummary answer={form} labels={{ reminders: t('preferencesReminders') }} />
      {mayChoose ? (
        <Form method="post" action={to(`/preferences/mail/${token}`)} className="grid gap-4">
          <RadioGroup
            name="reminders"
            label={t('preferencesReminders')}
            defaultValue={wanted ? 'yes' : 'no'}
            options={[
              { value: 'yes', label: t('preferencesOn'), hint: t('preferencesOnHint') },
              { value: 'no', label: t('preferencesOff') },
            ]}
            {...(form?.fields.reminders && { error: form.fields.reminders })}
          />
          <SubmitButton tone="primary" wide>
            {t('preferencesSave')}
          </SubmitButton>
        </Form>
      ) : (
        <p>{t('preferencesBounced')}</p>
      )}
      <p className="text-ink-soft">{t('preferencesOrders')}</p>
    </DoorPage>
  );
}
