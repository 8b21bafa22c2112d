import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useFormats, useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { Button, SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { SelectField, TextField } from '#app/components/ui/field.tsx';
import { MoneyText } from '#app/components/ui/money-text.tsx';
import { midnightAfter, midnightOf } from '#app/domain/companies/midnight.ts';
import { money } from '#app/domain/money/money.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { readCompanyForm, typedAmount } from '#app/http/company-form.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { fieldRefused, formReply } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { requireMember } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { delegate } from '#app/use-cases/companies/delegate.server.ts';
import { listDelegations, listMemberRecords } from '#db/queries/company-record.server.ts';

export const handle: RouteHandle = { messages: ['company'] };

const shape = {
  to: z.uuid(),
  from_day: z.string().min(1).max(10),
  until_day: z.string().min(1).max(10),
  ceiling: z.string().max(30).optional(),
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { buyingAs, actor } = await requireMember(request, context);
  const { id: companyId, currency, timeZone } = buyingAs.company;
  const people = await listMemberRecords(context.deps.db, { companyId });
  const nameOf = new Map(people.map(({ personId, name, email }) => [personId, name || email || ''] as const));
  const delegations = await listDelegations(context.deps.db, { companyId });
  const me: string = actor.member.person;
  return {
    currency,
    timeZone,
    colleagues: people
      .filter(({ status, personId }) => status === 'active' && personId !== me)
      .map(({ personId, name, email }) => ({ id: personId, name: name || email || '' })),
    delegations: delegations
      .filter(({ endsAt }) => endsAt > context.deps.now())
      .map((one) => ({
        id: one.id,
        from: nameOf.get(one.fromPersonId) ?? '',
        to: nameOf.get(one.toPersonId) ?? '',
        startsAt: one.startsAt,
        endsAt: one.endsAt,
        ceiling: one.ceilingMinor === null ? null : money(one.ceilingMinor, currency),
        isMine: one.fromPersonId === me,
      })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readCompanyForm(request, context, 'see_documents', shape);
  if (!form.ok) return form.answer;
  const { currency, timeZone } = form.as.buyingAs.company;
  const startsAt = midnightOf(form.value.from_day, timeZone);
  const endsAt = midnightAfter(form.value.until_day, timeZone);
  if (!startsAt) return formReply(fieldRefused(request, form, 'from_day', 'invalid_date'));
  if (!endsAt) return formReply(fieldRefused(request, form, 'until_day', 'invalid_date'));
  const { to, ceiling: typed } = form.value;
  const ceiling = typed === undefined ? null : typedAmount(typed, currency);
  if (typed !== undefined && !ceiling) return formReply(fieldRefused(request, form, 'ceiling', 'not_an_amount'));
  const kinds = ['purchase_order' as const, 'quote' as const];
  const given = { actor: form.as.actor, toPersonId: to, kinds, startsAt, endsAt, ceiling };
  const outcome = await delegate(context.deps, given);
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  const words = { tone: 'good', area: 'company', key: 'delegated' } as const;
  return redirectWithFlash(request, context, '/company/delegations', words);
}

export default function Delegations() {
  const t = useMessages('company');
  const to = useLocalePath();
  const locale = useFormats();
  const { delegations, colleagues, currency, timeZone } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const day = (at: Date) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(at);
  const lastDay = (endsAt: Date) => day(new Date(endsAt.getTime() - 1));
  return (
    <>
      <PageHead title={t('delegations')} lead={t('delegationsLead')} />
      <div className="grid gap-8">
        <DataTable
          caption={t('delegations')}
          rows={delegations}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('noDelegations')} text={t('noDelegationsText')} />}
          columns={[
            { key: 'from', label: t('delegator'), cell: ({ from }) => from },
            { key: 'to', label: t('delegate'), cell: ({ to: who }) => who },
            {
              key: 'days',
              label: t('days'),
              cell: ({ startsAt, endsAt }) => `${day(startsAt)} – ${lastDay(endsAt)}`,
            },
            {
              key: 'ceiling',
              label: t('ceiling'),
              isNumber: true,
              cell: ({ ceiling }) => (ceiling ? <MoneyText amount={ceiling} /> : t('anyAmount')),
            },
            {
              key: 'end',
              label: t('actions'),
              cell: ({ id, isMine, to: who }) =>
                isMine && (
                  <Form method="post" action={to(`/company/delegations/${id}/end`)}>
                    <BuyingAsField />
                    <Button size="small" aria-label={t('endDelegationOf', { name: who })}>
                      {t('endNow')}
                    </Button>
                  </Form>
                ),
            },
          ]}
        />
        <Card title={t('newDelegation')} className="max-w-[34rem]">
          <Form method="post" className="grid gap-4" noValidate>
            <BuyingAsField />
            <ErrorSummary
              answer={form}
              labels={{ to: t('delegate'), from_day: t('fromDay'), until_day: t('untilDay'), ceiling: t('ceiling') }}
            />
            <SelectField
              label={t('delegate')}
              options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
              {...fieldOf(form, 'to', colleagues[0]?.id)}
            />
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField type="date" label={t('fromDay')} required {...fieldOf(form, 'from_day')} />
              <TextField
                type="date"
                label={t('untilDay')}
                hint={t('untilDayHint')}
                required
                {...fieldOf(form, 'until_day')}
              />
            </div>
            <TextField
              label={t('ceilingIn', { currency })}
              hint={t('ceilingHint')}
              isOptional
              inputMode="decimal"
              {...fieldOf(form, 'ceiling')}
            />
            <p>
              <SubmitButton tone="primary">{t('delegateButton')}</SubmitButton>
            </p>
          </Form>
        </Card>
      </div>
    </>
  );
}
