import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { Checkbox, SelectField, TextField } from '#app/components/ui/field.tsx';
import { amountString, money } from '#app/domain/money/money.ts';
import { budgetPeriods } from '#app/domain/purchase-orders/budget.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { readCompanyForm, typedAmount } from '#app/http/company-form.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { fieldRefused, formReply } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { notFound, requireMember } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { saveCostCentre } from '#app/use-cases/companies/save-cost-centre.server.ts';
import { listCostCentres, listMemberRecords } from '#db/queries/company-record.server.ts';

export const handle: RouteHandle = { messages: ['company'] };

const shape = {
  code: z.string().min(1).max(50),
  name: z.string().max(200).default(''),
  owner: z.uuid().optional(),
  budget: z.string().max(30).optional(),
  period: z.enum(budgetPeriods),
  is_open: z.literal('on').optional(),
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { buyingAs } = await requireMember(request, context);
  const { id: companyId, currency } = buyingAs.company;
  const centres = await listCostCentres(context.deps.db, { companyId });
  const centre = params.code === 'new' ? null : centres.find(({ code }) => code === params.code);
  if (centre === undefined) throw notFound();
  const people = await listMemberRecords(context.deps.db, { companyId });
  return {
    currency,
    centre: centre && {
      ...centre,
      budget: centre.budgetMinor === null ? '' : amountString(money(centre.budgetMinor, currency)),
    },
    people: people
      .filter(({ status }) => status === 'active')
      .map(({ personId, name, email }) => ({ id: personId, name: name || email || '' })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readCompanyForm(request, context, 'see_documents', shape);
  if (!form.ok) return form.answer;
  const { code, name, owner, budget, period, is_open } = form.value;
  const amount = budget === undefined ? null : typedAmount(budget, form.as.buyingAs.company.currency);
  if (budget !== undefined && !amount) return formReply(fieldRefused(request, form, 'budget', 'not_an_amount'));
  const outcome = await saveCostCentre(context.deps, {
    actor: form.as.actor,
    code,
    name,
    ownerId: owner ?? null,
    budget: amount && { amount, period },
    isActive: is_open === 'on',
  });
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  const words = { tone: 'good', area: 'company', key: 'saved' } as const;
  return redirectWithFlash(request, context, '/company/cost-centres', words);
}

export default function CostCentre() {
  const t = useMessages('company');
  const { centre, people, currency } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return (
    <>
      <PageHead title={centre?.code ?? t('addCostCentre')} />
      <Form method="post" className="grid max-w-[30rem] gap-4" noValidate>
        <BuyingAsField />
        <ErrorSummary answer={form} labels={{ code: t('code'), budget: t('budget') }} />
        {centre ? (
          <input type="hidden" name="code" value={centre.code} />
        ) : (
          <TextField label={t('code')} required maxLength={50} {...fieldOf(form, 'code')} />
        )}
        <TextField label={t('name')} isOptional {...fieldOf(form, 'name', centre?.name)} />
        <SelectField
          label={t('owner')}
          isOptional
          options={[{ value: '', label: t('nobody') }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
          {...fieldOf(form, 'owner', centre?.ownerId ?? '')}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t('budgetIn', { currency })}
            hint={t('budgetHint')}
            isOptional
            inputMode="decimal"
            {...fieldOf(form, 'budget', centre?.budget)}
          />
          <SelectField
            label={t('period')}
            options={budgetPeriods.map((period) => ({ value: period, label: t(`per_${period}`) }))}
            {...fieldOf(form, 'period', centre?.budgetPeriod ?? 'month')}
          />
        </div>
        <Checkbox
          name="is_open"
          label={t('openForOrders')}
          defaultChecked={form ? form.values.is_open === 'on' : (centre?.isActive ?? true)}
        />
        <p>
          <SubmitButton tone="primary">{t('save')}</SubmitButton>
        </p>
      </Form>
    </>
  );
}
