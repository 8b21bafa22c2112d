import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { RuleForm } from '#app/components/company/rule-form.tsx';
import { roomIn } from '#app/components/company/rule-room.ts';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { readCompanyForm } from '#app/http/company-form.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import type { FormValues } from '#app/http/form-answer.ts';
import { fieldRefused, formReply } from '#app/http/form.ts';
import { formOfRule, ruleFields, ruleOfForm } from '#app/http/policy-form.server.ts';
import { mayChangePolicies, requirePolicy } from '#app/http/policy-page.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { saveApprovalRule } from '#app/use-cases/companies/save-approval-rule.server.ts';
import { listCategories } from '#db/queries/categories.server.ts';
import { listCostCentres, listMemberRecords } from '#db/queries/company-record.server.ts';

export const handle: RouteHandle = { messages: ['policy', 'company'] };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const policy = await requirePolicy(request, context);
  const { db } = context.deps;
  if (!mayChangePolicies(policy)) throw notFound();
  const known = params.rule === 'new' ? null : policy.rules.find(({ rule }) => rule.id === params.rule);
  if (known === undefined || known?.mayChange === false) throw notFound();
  const [categories, centres] = await Promise.all([
    listCategories(db),
    listCostCentres(db, { companyId: policy.buyingAs.company.id }),
  ]);
  const units = policy.units.filter(({ mayChange }) => mayChange);
  return {
    id: known?.rule.id ?? null,
    version: known?.version ?? 0,
    stored: known ? formOfRule(known.rule, policy.members) : ({ unit: units[0]?.id ?? '' } as FormValues),
    currency: policy.buyingAs.company.currency,
    units: units.map(({ id, name }) => ({ value: id, label: name })),
    categories: categories.map(({ path, name }) => ({
      value: path,
      label: wordsIn(name, policy.viewer.locale) || path,
    })),
    costCentres: centres
      .filter(({ isActive }) => isActive)
      .map(({ code, name }) => ({ value: code, label: name ? `${code} · ${name}` : code })),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const shape = { ...ruleFields, more: z.string().max(20).optional() };
  const form = await readCompanyForm(request, context, 'see_documents', shape);
  const typed = form.ok ? form.values : form.answer.data.form.values;
  // Whoever asks for more room is not done yet: nothing is said about what is still missing.
  if (typed.more) return data({ form: { fields: {}, messages: [], values: typed } });
  if (!form.ok) return form.answer;
  const { actor, buyingAs } = form.as;
  const members = await listMemberRecords(context.deps.db, { companyId: buyingAs.company.id });
  const read = ruleOfForm(form.value, { members, currency: buyingAs.company.currency });
  if (!read.ok) return formReply(fieldRefused(request, form, read.field, read.key, read.values));
  const id = params.rule === 'new' ? null : (params.rule ?? '');
  const known = id === null ? null : { id, version: form.value.version };
  const saved = await saveApprovalRule(context.deps, { actor, rule: read.rule, known });
  if (!saved.ok) return refusalInForm(request, saved, form);
  return redirectWithFlash(request, context, '/company/policy', { tone: 'good', area: 'policy', key: 'saved' });
}

export default function PolicyRule() {
  const t = useMessages('policy');
  const to = useLocalePath();
  const { id, stored, ...rest } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const values = form?.values ?? stored;
  return (
    <>
      <PageHead title={t(id ? 'editTitle' : 'newTitle')} lead={t('frozenText')} />
      <RuleForm key={id} {...rest} values={values} answer={form} room={roomIn(values)} />
      {id && (
        <Form method="post" action={to(`/company/policy/rules/${id}/removal`)} className="mt-8">
          <BuyingAsField />
          <input type="hidden" name="version" value={rest.version} />
          <SubmitButton tone="danger" action={to(`/company/policy/rules/${id}/removal`)}>
            {t('remove')}
          </SubmitButton>
        </Form>
      )}
    </>
  );
}
