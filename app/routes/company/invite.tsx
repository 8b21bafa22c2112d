import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { RoleBoxes } from '#app/components/company/role-boxes.tsx';
import { useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { SelectField, TextField } from '#app/components/ui/field.tsx';
import { memberMay } from '#app/domain/access/permissions.ts';
import { companyRoles } from '#app/domain/access/roles.ts';
import { unitId } from '#app/domain/access/ids.ts';
import { isEmail } from '#app/domain/identity/email-address.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { readCompanyForm } from '#app/http/company-form.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import type { FormKey } from '#app/http/form-messages.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { requireMember } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { inviteMember } from '#app/use-cases/companies/invite-member.server.ts';
import { listUnits } from '#db/queries/memberships.server.ts';

export const handle: RouteHandle = { messages: ['company'] };

const shape = {
  email: z.string().refine(isEmail, { error: 'invalid_email' satisfies FormKey }),
  name: z.string().min(1).max(200),
  unit: z.uuid(),
  roles: z.array(z.enum(companyRoles)).min(1),
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, buyingAs } = await requireMember(request, context, 'see_documents');
  const units = await listUnits(context.deps.db, { companyId: buyingAs.company.id });
  return { units: units.filter(({ id }) => memberMay(actor.member, 'manage_people', unitId(id))) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readCompanyForm(request, context, 'see_documents', shape);
  if (!form.ok) return form.answer;
  const { unit, ...rest } = form.value;
  const outcome = await inviteMember(context.deps, { actor: form.as.actor, unitId: unit, ...rest });
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  const words = { tone: 'good', area: 'company', key: 'invited', values: { email: rest.email } } as const;
  return redirectWithFlash(request, context, '/company/people', words);
}

export default function Invite() {
  const t = useMessages('company');
  const { units } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return (
    <>
      <PageHead title={t('inviteTitle')} lead={t('inviteLead')} />
      <Form method="post" className="grid max-w-[30rem] gap-4" noValidate>
        <BuyingAsField />
        <ErrorSummary
          answer={form}
          labels={{ email: t('email'), name: t('name'), unit: t('unit'), roles: t('roles') }}
        />
        <TextField type="email" label={t('email')} autoComplete="off" required {...fieldOf(form, 'email')} />
        <TextField label={t('name')} autoComplete="off" required {...fieldOf(form, 'name')} />
        <SelectField
          label={t('unit')}
          hint={t('unitHint')}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          {...fieldOf(form, 'unit', units[0]?.id)}
        />
        <RoleBoxes chosen={form?.values.roles} error={form?.fields.roles} />
        <p>
          <SubmitButton tone="primary">{t('sendInvitation')}</SubmitButton>
        </p>
      </Form>
    </>
  );
}
