import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { SettingsForm } from '#app/components/admin/settings/settings-form.tsx';
import { useMessages } from '#app/components/i18n/words.tsx';
import { SelectField } from '#app/components/ui/field.tsx';
import { admissions } from '#app/domain/companies/admission.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { baseShape, requireSettings, saveAndGo } from '#app/http/settings-form.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readSettings } from '#db/queries/settings.server.ts';

export const handle: RouteHandle = { messages: ['settings'] };

const admissionForm = z.object({ base: baseShape, letsIn: z.enum(admissions) });

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireSettings(request, context);
  const { number, document } = await readSettings(context.deps.db, { kind: 'companies' });
  return { base: number, letsIn: document.letsIn };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const staff = await requireSettings(request, context);
  const form = await parseForm(request, admissionForm);
  if (!form.ok) return formReply(form);
  const { base, letsIn } = form.value;
  return saveAndGo(request, context, {
    ...{ staff, form, kind: 'companies', base },
    part: (admission) => admission,
    change: () => ({ letsIn }),
    to: '/admin/settings',
  });
}

export default function Companies() {
  const t = useMessages('settings');
  const { base, letsIn } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return (
    <SettingsForm
      kind="companies"
      title={t('companies')}
      lead={t('companiesText')}
      back="/admin/settings"
      base={base}
      form={form}
      labels={{ letsIn: t('letsIn') }}
    >
      <SelectField
        label={t('letsIn')}
        hint={t('letsInHint')}
        options={admissions.map((value) => ({ value, label: t(`letsIn_${value}`) }))}
        {...fieldOf(form, 'letsIn', letsIn)}
      />
    </SettingsForm>
  );
}
