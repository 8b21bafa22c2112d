import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { Checkbox, TextField } from '#app/components/ui/field.tsx';
import { memberMayEverywhere } from '#app/domain/access/permissions.ts';
import { amountString, money } from '#app/domain/money/money.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { readCompanyForm, typedAmount } from '#app/http/company-form.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { fieldRefused, formReply } from '#app/http/form.ts';
import { refusalInForm, refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { requireMember } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readCompanyCard, rememberCompanyCard } from '#app/use-cases/companies/company-card.server.ts';
import { saveCompanySettings } from '#app/use-cases/companies/save-company-settings.server.ts';
import { findCompany } from '#db/queries/company-record.server.ts';

export const handle: RouteHandle = { messages: ['company'] };

const page = '/company/settings';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, buyingAs } = await requireMember(request, context);
  const { deps } = context;
  const mayPay = memberMayEverywhere(actor.member, 'pay_invoices');
  if (mayPay && new URL(request.url).searchParams.has('saved')) {
    const saved = await rememberCompanyCard(deps, { actor });
    if (!saved.ok) throw await refusalRedirect(request, context, page, saved);
    const key = saved.value ? 'cardSaved' : 'cardNotSaved';
    throw await redirectWithFlash(request, context, page, { tone: saved.value ? 'good' : 'bad', area: 'company', key });
  }
  const company = await findCompany(deps.db, { id: buyingAs.company.id });
  const card = await readCompanyCard(deps, { companyId: buyingAs.company.id });
  const above = company?.secondFactorAboveMinor ?? null;
  return {
    currency: buyingAs.company.currency,
    mayDecide: memberMayEverywhere(actor.member, 'manage_policies'),
    mayPay,
    remindsItsBuyers: company?.remindsItsBuyers ?? false,
    secondFactorAbove: above === null ? '' : amountString(money(above, buyingAs.company.currency)),
    card: card && {
      brand: card.brand,
      last4: card.last4,
      expiry: `${String(card.expiryMonth).padStart(2, '0')}/${card.expiryYear}`,
    },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readCompanyForm(request, context, 'manage_policies', {
    about: z.enum(['second_factor', 'reminders']).default('second_factor'),
    above: z.string().max(30).optional(),
    reminds: z.literal('on').optional(),
  });
  if (!form.ok) return form.answer;
  const { currency } = form.as.buyingAs.company;
  const { about, above, reminds } = form.value;
  const sum = above === undefined ? null : typedAmount(above, currency);
  if (above !== undefined && !sum) return formReply(fieldRefused(request, form, 'above', 'not_an_amount'));
  const wishes = about === 'reminders' ? { remindsItsBuyers: reminds === 'on' } : { secondFactorAbove: sum };
  const outcome = await saveCompanySettings(context.deps, { actor: form.as.actor, wishes });
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  return redirectWithFlash(request, context, page, { tone: 'good', area: 'company', key: 'saved' });
}

export default function CompanySettings() {
  const t = useMessages('company');
  const to = useLocalePath();
  const { currency, mayDecide, mayPay, remindsItsBuyers, secondFactorAbove, card } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return (
    <>
      <PageHead title={t('settings')} lead={t('settingsLead')} />
      <div className="grid max-w-[44rem] gap-6">
        <Card title={t('secondFactorAbove')}>
          <p className="mb-4 text-ink-soft">{t('secondFactorAboveText')}</p>
          {mayDecide ? (
            <Form method="post" className="grid gap-4" noValidate>
              <BuyingAsField />
              <input type="hidden" name="about" value="second_factor" />
              <ErrorSummary answer={form} labels={{ above: t('secondFactorSum', { currency }) }} />
              <TextField
                label={t('secondFactorSum', { currency })}
                hint={t('secondFactorHint')}
                isOptional
                inputMode="decimal"
                className="tabular max-w-60"
                {...fieldOf(form, 'above', secondFactorAbove)}
              />
              <p>
                <SubmitButton tone="primary">{t('save')}</SubmitButton>
              </p>
            </Form>
          ) : (
            <p className="tabular">{secondFactorAbove ? `${secondFactorAbove} ${currency}` : t('secondFactorNever')}</p>
          )}
        </Card>
        <Card title={t('cartReminders')}>
          <p className="mb-4 text-ink-soft">{t('cartRemindersText')}</p>
          {mayDecide ? (
            <Form method="post" className="grid gap-4">
              <BuyingAsField />
              <input type="hidden" name="about" value="reminders" />
              <Checkbox name="reminds" label={t('cartRemindersOn')} defaultChecked={remindsItsBuyers} />
              <p>
                <SubmitButton>{t('save')}</SubmitButton>
              </p>
            </Form>
          ) : (
            <p>{t(remindsItsBuyers ? 'cartRemindersYes' : 'cartRemindersNo')}</p>
          )}
        </Card>
        <Card title={t('paymentCard')}>
          <p className="mb-4 text-ink-soft">{t('paymentCardText')}</p>
          <p className="mb-4 font-medium">
            {card ? (
              <bdi className="tabular">{t('cardIs', { ...card, brand: card.brand.toUpperCase() })}</bdi>
            ) : (
              t('noCard')
            )}
          </p>
          {mayPay && (
            <div className="flex flex-wrap gap-3">
              <Form method="post" action={to('/company/settings/card')}>
                <BuyingAsField />
                <SubmitButton action={to('/company/settings/card')}>{t(card ? 'otherCard' : 'addCard')}</SubmitButton>
              </Form>
              {card && (
                <Form method="post" action={to('/company/settings/card/removal')}>
                  <BuyingAsField />
                  <SubmitButton tone="danger" action={to('/company/settings/card/removal')}>
                    {t('removeCard')}
                  </SubmitButton>
                </Form>
              )}
            </div>
          )}
        </Card>
      </div>
    </>
  );
}
