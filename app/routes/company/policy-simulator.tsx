import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useMessages } from '#app/components/i18n/words.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { Checkbox, SelectField, TextField } from '#app/components/ui/field.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { personId, unitId } from '#app/domain/access/ids.ts';
import { simulate } from '#app/domain/approvals/simulate.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { typedAmount } from '#app/http/company-form.server.ts';
import { requirePolicy } from '#app/http/policy-page.server.ts';
import { simulationView } from '#app/http/policy-view.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { translator } from '#app/messages/translate.server.ts';
import { listCategories } from '#db/queries/categories.server.ts';
import { listCostCentres } from '#db/queries/company-record.server.ts';
import { loadDirectory, loadRules } from '#db/queries/directory.server.ts';

export const handle: RouteHandle = { messages: ['policy'] };

/** The order is in the address, so that the answer can be sent to a colleague. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const policy = await requirePolicy(request, context);
  const { deps } = context;
  const { company } = policy.buyingAs;
  const companyId = company.id;
  const [categories, centres] = await Promise.all([listCategories(deps.db), listCostCentres(deps.db, { companyId })]);
  const asked = new URL(request.url).searchParams;
  const text = (name: string) => asked.get(name)?.trim() ?? '';
  const isOn = (name: string) => asked.get(name) === 'on';
  const say = translator(policy.viewer.locale, 'forms');
  const email = text('person').toLowerCase();
  const person = policy.members.find((member) => member.email?.toLowerCase() === email);
  const total = typedAmount(text('total'), company.currency);
  const unit = policy.units.find(({ id }) => id === text('unit'));
  const errors: Record<string, string> = {};
  if (asked.has('person')) {
    if (!person) errors.person = email === '' ? say('required') : say('unknown_people', { list: email });
    if (!total) errors.total = say(text('total') === '' ? 'required' : 'not_an_amount');
    if (!unit) errors.unit = say('invalid_choice');
  }
  const page = {
    currency: company.currency,
    typed: { person: text('person') || policy.viewer.person.email || '', total: text('total') },
    chosen: { unit: text('unit') || policy.buyingAs.unit.id, category: text('category'), centre: text('cost_centre') },
    flags: ['over_budget', 'off_contract', 'first_order_of_sku'].filter(isOn),
    errors,
    units: policy.units.map(({ id, name }) => ({ value: id, label: name })),
    categories: categories.map(({ path, name }) => ({
      value: path,
      label: wordsIn(name, policy.viewer.locale) || path,
    })),
    centres: centres.map(({ code, name }) => ({ value: code, label: name ? `${code} · ${name}` : code })),
  };
  if (!person || !total || !unit || !asked.has('person')) return { ...page, found: null };
  const at = deps.now();
  const [rules, directory] = await Promise.all([
    loadRules(deps.db, { companyId }),
    loadDirectory(deps.db, { companyId, at }),
  ]);
  const found = simulate({
    rules,
    directory,
    at,
    document: {
      kind: 'purchase_order',
      unit: unitId(unit.id),
      total,
      requesters: [personId(person.personId)],
      categories: page.chosen.category ? [page.chosen.category] : [],
      costCentre: page.chosen.centre || null,
      isOverBudget: isOn('over_budget'),
      isOffContract: isOn('off_contract'),
      hasFirstOrderOfSku: isOn('first_order_of_sku'),
      largestDiscountPercent: null,
      smallestMarginPercent: null,
    },
  });
  const words = { locale: policy.viewer.locale, names: policy.names };
  return { ...page, found: simulationView(found, { ...words, isOverBudget: isOn('over_budget') }) };
}

const tones = { approved: 'good', awaiting_approval: 'info', blocked: 'bad' } as const;

export default function PolicySimulator() {
  const t = useMessages('policy');
  const page = useLoaderData<typeof loader>();
  const { currency, typed, chosen, flags, errors, units, categories, centres, found } = page;
  return (
    <>
      <PageHead title={t('simulatorTitle')} lead={t('simulatorLead')} />
      <div className="grid items-start gap-6 xl:grid-cols-[26rem_1fr]">
        <Form method="get" className="grid gap-4" noValidate>
          <TextField
            label={t('requester')}
            hint={t('requesterHint')}
            name="person"
            type="email"
            defaultValue={typed.person}
            error={errors.person}
          />
          <SelectField label={t('unit')} name="unit" options={units} defaultValue={chosen.unit} error={errors.unit} />
          <TextField
            label={t('total', { currency })}
            name="total"
            inputMode="decimal"
            defaultValue={typed.total}
            error={errors.total}
          />
          <SelectField
            label={t('category')}
            name="category"
            options={[{ value: '', label: t('anyCategory') }, ...categories]}
            defaultValue={chosen.category}
          />
          <SelectField
            label={t('costCentres')}
            name="cost_centre"
            options={[{ value: '', label: t('noCostCentre') }, ...centres]}
            defaultValue={chosen.centre}
          />
          <fieldset>
            <legend className="font-medium">{t('situations')}</legend>
            {(['over_budget', 'off_contract', 'first_order_of_sku'] as const).map((flag) => (
              <Checkbox key={flag} name={flag} label={t(`when_${flag}`)} defaultChecked={flags.includes(flag)} />
            ))}
          </fieldset>
          <p>
            <Button tone="primary">{t('simulate')}</Button>
          </p>
        </Form>
        {found && (
          <div className="grid gap-4" role="status">
            <Notice
              tone={found.isRefused ? 'bad' : tones[found.outcome]}
              title={found.isRefused ? t('overBudgetRefused') : t(`outcome_${found.outcome}`)}
            />
            {found.levels.map(({ key, rule, level, isOpenAtOnce, groups }) => (
              <Card key={key} title={`${rule} · ${t('step', { number: level })}`}>
                <p className="mb-2 text-sm text-ink-faint">{t(isOpenAtOnce ? 'askedFirst' : 'askedLater')}</p>
                <ul className="grid gap-2">
                  {groups.map(({ needs, takenIn, canBeFilled }, index) => (
                    <li key={`${key} ${String(index)}`}>
                      {canBeFilled ? needs : <strong className="text-bad">{t('cannotBeFilled')}</strong>}
                      {takenIn && <span className="block text-sm text-ink-faint">{takenIn}</span>}
                    </li>
                  ))}
                </ul>
              </Card>
            ))}
            <Card title={t('lookedAt')}>
              <ul className="grid gap-3">
                {found.lookedAt.map(({ id, name, matches, conditions }) => (
                  <li key={id}>
                    <strong>{name}</strong> · {t(matches ? 'matches' : 'matchesNot')}
                    {conditions.length > 0 && (
                      <ul className="ms-4 list-disc text-sm text-ink-soft">
                        {conditions.map(({ text, holds }) => (
                          <li key={text} className={holds ? '' : 'line-through'}>
                            {text}
                          </li>
                        ))}
                      </ul>
                    )}
                  </li>
                ))}
              </ul>
            </Card>
          </div>
        )}
      </div>
    </>
  );
}
