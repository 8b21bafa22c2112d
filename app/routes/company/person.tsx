import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { Button, SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { Checkbox, SelectField, TextField } from '#app/components/ui/field.tsx';
import { companyRoles } from '#app/domain/access/roles.ts';
import { amountString, money } from '#app/domain/money/money.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { readCompanyForm, typedAmount } from '#app/http/company-form.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { fieldRefused, formReply } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { idParam, notFound, requireMember } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { changeMember } from '#app/use-cases/companies/change-member.server.ts';
import { findMemberRecord, listMemberRecords, listRoleRecords } from '#db/queries/company-record.server.ts';
import { listUnits } from '#db/queries/memberships.server.ts';

export const handle: RouteHandle = { messages: ['company'] };

const roleInUnit = z
  .string()
  .regex(/^[0-9a-f-]{36} [a-z]+$/)
  .transform((text) => {
    const [unitId = '', role = ''] = text.split(' ');
    return { unitId, role: z.enum(companyRoles).parse(role) };
  });
const shape = {
  held: z.array(roleInUnit).default([]),
  add_unit: z.uuid().optional(),
  add_role: z.enum(companyRoles).optional(),
  manager: z.uuid().optional(),
  spending_limit: z.string().max(30).optional(),
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { buyingAs } = await requireMember(request, context, 'see_documents');
  const { db } = context.deps;
  const { id: companyId, currency } = buyingAs.company;
  const person = await findMemberRecord(db, { companyId, memberId: idParam(params.member) });
  if (!person) throw notFound();
  const units = await listUnits(db, { companyId });
  const name = (unitId: string) => units.find(({ id }) => id === unitId)?.name ?? '';
  const colleagues = await listMemberRecords(db, { companyId });
  const roles = (await listRoleRecords(db, { companyId })).filter(({ memberId: id }) => id === person.id);
  const limit = person.spendingLimitMinor;
  return {
    id: person.id,
    name: person.name || person.email || '',
    email: person.email,
    status: person.status,
    currency,
    managerId: person.managerId ?? '',
    limit: limit === null ? '' : amountString(money(limit, currency)),
    roles: roles.map(({ unitId, role }) => ({ value: `${unitId} ${role}`, role, unit: name(unitId) })),
    units,
    colleagues: colleagues
      .filter(({ status, personId }) => status === 'active' && personId !== person.personId)
      .map(({ personId, name: colleague, email }) => ({ id: personId, name: colleague || email || '' })),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readCompanyForm(request, context, 'see_documents', shape);
  if (!form.ok) return form.answer;
  const { held, add_unit, add_role, manager, spending_limit } = form.value;
  const { actor, buyingAs } = form.as;
  const limit = spending_limit === undefined ? null : typedAmount(spending_limit, buyingAs.company.currency);
  if (spending_limit !== undefined && !limit) {
    return formReply(fieldRefused(request, form, 'spending_limit', 'not_an_amount'));
  }
  const outcome = await changeMember(context.deps, {
    actor,
    memberId: idParam(params.member),
    roles: add_unit && add_role ? [...held, { unitId: add_unit, role: add_role }] : held,
    managerId: manager ?? null,
    spendingLimit: limit,
  });
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  return redirectWithFlash(request, context, '/company/people', { tone: 'good', area: 'company', key: 'saved' });
}

export default function Person() {
  const t = useMessages('company');
  const to = useLocalePath();
  const person = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const nobody = { value: '', label: t('nobody') };
  return (
    <>
      <PageHead title={person.name} lead={person.email} />
      <div className="grid max-w-[44rem] gap-6">
        <Card>
          <Form method="post" className="grid gap-5" noValidate>
            <BuyingAsField />
            <ErrorSummary answer={form} labels={{ spending_limit: t('spendingLimit') }} />
            <fieldset className="grid gap-1">
              <legend className="mb-1 font-medium">{t('roles')}</legend>
              {person.roles.length === 0 && <p className="text-ink-soft">{t('noRoles')}</p>}
              {person.roles.map(({ value, role, unit }) => (
                <Checkbox
                  key={value}
                  id={`held-${value.replace(' ', '-')}`}
                  name="held"
                  value={value}
                  defaultChecked={form ? [form.values.held ?? []].flat().includes(value) : true}
                  label={t('roleInUnit', { role: t(`role_${role}`), unit })}
                />
              ))}
            </fieldset>
            <div className="grid gap-4 sm:grid-cols-2">
              <SelectField
                label={t('addRole')}
                isOptional
                options={[
                  { value: '', label: t('noRole') },
                  ...companyRoles.map((role) => ({ value: role, label: t(`role_${role}`) })),
                ]}
                {...fieldOf(form, 'add_role')}
              />
              <SelectField
                label={t('inUnit')}
                options={person.units.map(({ id, name }) => ({ value: id, label: name }))}
                {...fieldOf(form, 'add_unit', person.units[0]?.id)}
              />
              <SelectField
                label={t('manager')}
                isOptional
                options={[nobody, ...person.colleagues.map(({ id, name }) => ({ value: id, label: name }))]}
                {...fieldOf(form, 'manager', person.managerId)}
              />
              <TextField
                label={t('spendingLimitIn', { currency: person.currency })}
                hint={t('spendingLimitHint')}
                isOptional
                inputMode="decimal"
                {...fieldOf(form, 'spending_limit', person.limit)}
              />
            </div>
            <p>
              <SubmitButton tone="primary">{t('save')}</SubmitButton>
            </p>
          </Form>
        </Card>
        {person.status !== 'deactivated' && (
          <Card title={t('deactivate')}>
            <p className="mb-4 text-ink-soft">{t('deactivateText')}</p>
            <Form method="post" action={to(`/company/people/${person.id}/deactivation`)}>
              <BuyingAsField />
              <Button tone="danger">{t('deactivateButton', { name: person.name })}</Button>
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}
