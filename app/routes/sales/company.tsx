import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { UnitTreeList } from '#app/components/company/unit-tree-list.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { DescriptionList } from '#app/components/ui/description-list.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { SelectField, TextField } from '#app/components/ui/field.tsx';
import { MoneyText } from '#app/components/ui/money-text.tsx';
import { staffMay } from '#app/domain/access/permissions.ts';
import { money } from '#app/domain/money/money.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { notFound, requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { decideCompany } from '#app/use-cases/companies/decide-company.server.ts';
import { findPortfolioCompany } from '#db/queries/company-portfolio.server.ts';
import { findCompany, listMemberRecords, listSegments, listUnitRecords } from '#db/queries/company-record.server.ts';
import { listReps } from '#db/queries/sales-desk.server.ts';

export const handle: RouteHandle = { messages: ['sales', 'desk'] };

const decisionForm = z.object({ decision: z.enum(['approved', 'declined']), reason: z.string().max(500).default('') });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, scope } = await requireStaff(request, context, 'see_companies');
  const { db } = context.deps;
  const found = await findPortfolioCompany(db, { scope, slug: params.company ?? '' });
  const company = found && (await findCompany(db, { id: found.id }));
  if (!found || !company) throw notFound();
  const of = { companyId: company.id };
  const [people, units, segments] = [
    await listMemberRecords(db, of),
    await listUnitRecords(db, of),
    await listSegments(db, of),
  ];
  return {
    reps: staffMay(actor.staff, 'assign_portfolios') ? await listReps(db) : [],
    company: {
      ...found,
      repId: company.repId ?? '',
      vatNumber: company.vatNumber,
      creditHoldReason: company.creditHoldReason,
      credit: company.creditLimitMinor === null ? null : money(company.creditLimitMinor, company.currency),
      segments: segments.map(({ segment }) => segment),
    },
    people: people.map(({ id, name, email, status }) => ({ id, name, email, status })),
    units,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, scope } = await requireStaff(request, context, 'approve_companies');
  const found = await findPortfolioCompany(context.deps.db, { scope, slug: params.company ?? '' });
  if (!found) throw notFound();
  const form = await parseForm(request, decisionForm);
  if (!form.ok) return formReply(form);
  const { decision, reason } = form.value;
  if (decision === 'declined' && !reason) return formReply(fieldRefused(request, form, 'reason', 'required'));
  const outcome = await decideCompany(context.deps, { actor, companyId: found.id, decision, reason });
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  const words = { tone: 'good', area: 'sales', key: `company_${decision}_done` } as const;
  return redirectWithFlash(request, context, `/sales/companies/${found.slug}`, words);
}

export default function Company() {
  const t = useMessages('sales');
  const to = useLocalePath();
  const td = useMessages('desk');
  const { company, people, units, reps } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return (
    <>
      <PageHead
        title={company.name}
        lead={<StateBadge state={company.status} label={t(`company_${company.status}`)} />}
      />
      <p className="mb-4 flex flex-wrap gap-x-6 gap-y-2">
        <Link to={to(`/sales/companies/${company.slug}/account`)}>{t('account')}</Link>
        <Link to={to(`/sales/companies/${company.slug}/tax-certificates`)}>{t('taxCertificates')}</Link>
      </p>
      <div className="grid items-start gap-6 xl:grid-cols-2">
        {company.status === 'pending' && (
          <Card title={t('decide')} className="xl:col-span-2">
            <p className="mb-4 text-ink-soft">{t('decideText')}</p>
            <Form method="post" className="grid max-w-[34rem] gap-4" noValidate>
              <ErrorSummary answer={form} labels={{ reason: t('reason') }} />
              <TextField label={t('reason')} hint={t('reasonHint')} isOptional {...fieldOf(form, 'reason')} />
              <p className="flex flex-wrap gap-3">
                <Button tone="primary" name="decision" value="approved">
                  {t('approve')}
                </Button>
                <Button tone="danger" name="decision" value="declined">
                  {t('decline')}
                </Button>
              </p>
            </Form>
          </Card>
        )}
        <Card title={t('facts')}>
          <DescriptionList
            facts={[
              { label: t('rep'), value: company.repName ?? t('everyone') },
              { label: t('terms'), value: company.terms },
              {
                label: t('creditLimit'),
                value: company.credit ? <MoneyText amount={company.credit} /> : t('noCredit'),
              },
              { label: t('creditHold'), value: company.creditHoldReason ?? t('none') },
              { label: t('segments'), value: company.segments.join(', ') || t('none') },
              { label: t('vatNumber'), value: company.vatNumber ?? t('none') },
            ]}
          />
          {reps.length > 0 && (
            <Form
              method="post"
              action={to(`/sales/companies/${company.slug}/rep`)}
              className="mt-4 flex flex-wrap items-end gap-3 border-t border-line pt-4"
            >
              <SelectField
                name="rep"
                label={td('assign')}
                defaultValue={company.repId}
                options={[
                  { value: '', label: td('everyone') },
                  ...reps.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
              <Button>{td('assignKeep')}</Button>
            </Form>
          )}
        </Card>
        <Card title={t('units')}>
          <UnitTreeList units={units} />
        </Card>
        <Card title={t('people')} className="xl:col-span-2">
          <DataTable
            caption={t('people')}
            rows={people}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', label: t('name'), cell: ({ name, email }) => name || email },
              { key: 'email', label: t('email'), cell: ({ email }) => email },
              {
                key: 'act',
                label: t('actions'),
                cell: ({ id, name, status }) =>
                  status === 'active' &&
                  company.status === 'active' && (
                    <Form method="post" action={to(`/sales/companies/${company.slug}/stand-in`)}>
                      <input type="hidden" name="member" value={id} />
                      <Button size="small" aria-label={t('orderFor', { name })}>
                        {t('orderForThem')}
                      </Button>
                    </Form>
                  ),
              },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
