import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { SettingsForm } from '#app/components/admin/settings/settings-form.tsx';
import { useMessages } from '#app/components/i18n/words.tsx';
import { TextField } from '#app/components/ui/field.tsx';
import { mostDaysToAsk } from '#app/domain/orders/review-request.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { baseShape, requireSettings, saveAndGo } from '#app/http/settings-form.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readSettings } from '#db/queries/settings.server.ts';

export const handle: RouteHandle = { messages: ['settings'] };

const rulesForm = z.object({
  base: baseShape,
  askAfterDays: z.coerce.number('not_a_number').int('not_a_whole_number').min(1).max(mostDaysToAsk).optional(),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireSettings(request, context);
  const { number, document } = await readSettings(context.deps.db, { kind: 'reviews' });
  return { base: number, askAfterDays: document.askAfterDays?.toString() ?? '' };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const staff = await requireSettings(request, context);
  const form = await parseForm(request, rulesForm);
  if (!form.ok) return formReply(form);
  const { base, askAfterDays } = form.value;
  return saveAndGo(request, context, {
    ...{ staff, form, kind: 'reviews', base },
    part: (rules) => rules,
    change: () => ({ askAfterDays: askAfterDays ?? null }),
    to: '/admin/settings',
  });
}

export default function Reviews() {
  const t = useMessages('settings');
  const { base, askAfterDays } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return (
    <SettingsForm
      kind="reviews"
      title={t('reviews')}
      lead={t('reviewsText')}
      back="/admin/settings"
      base={base}
      form={form}
      labels={{ askAfterDays: t('askAfterDays') }}
    >
      <TextField
        label={t('askAfterDays')}
        hint={t('askAfterDaysHint')}
        inputMode="numeric"
        {...fieldOf(form, 'askAfterDays', askAfterDays)}
      />
    </SettingsForm>
  );
}
