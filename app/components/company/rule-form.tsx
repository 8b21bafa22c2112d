import { Form } from '@remix-run/react';
import { companyRoles } from '#app/domain/access/roles.ts';
import type { FormAnswer, FormValues } from '#app/http/form-answer.ts';
import { useMessages } from '../i18n/words';
import { BuyingAsField } from '../shell/buying-as-field';
import { Button, SubmitButton } from '../ui/button';
import { Card } from '../ui/card';
import { Disclosure } from '../ui/disclosure';
import { ErrorSummary } from '../ui/error-summary';
import { Checkbox, SelectField, TextArea, TextField } from '../ui/field';

export type Choice = { value: string; label: string };
type Props = {
  /** What is stored, or was typed. */
  values: FormValues;
  answer: FormAnswer | undefined;
  version: number;
  currency: string;
  units: readonly Choice[];
  categories: readonly Choice[];
  costCentres: readonly Choice[];
  /** Steps, each with how many groups it has room for. */
  room: readonly number[];
};

const listed = (value: FormValues[string] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** A rule as fields: when it matches, and who must agree, step by step. Works without scripts: more room is asked for by
 *  a button that keeps everything typed. */
export function RuleForm({ values, answer, version, currency, units, categories, costCentres, room }: Props) {
  const t = useMessages('policy');
  const roles = useRoleChoices();
  const field = (name: string) => {
    const value = values[name];
    return { name, defaultValue: typeof value === 'string' ? value : (value?.[0] ?? ''), error: answer?.fields[name] };
  };
  const boxes = (name: string, legend: string, choices: readonly Choice[]) => (
    <Boxes key={name} name={name} legend={legend} choices={choices} chosen={listed(values[name])} />
  );
  const isRefused = answer && (answer.messages.length > 0 || Object.keys(answer.fields).length > 0);
  return (
    <Form method="post" className="grid max-w-[48rem] gap-6" noValidate>
      <BuyingAsField />
      <input type="hidden" name="version" value={version} />
      {/* Enter saves; without this the first button of the form would be pressed, which adds a step. */}
      <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">
        {t('save')}
      </button>
      <ErrorSummary
        answer={isRefused ? answer : undefined}
        labels={{ name: t('name'), amount_over: t('amountOver', { currency }) }}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={t('name')} hint={t('nameHint')} required maxLength={100} {...field('name')} />
        <SelectField label={t('unit')} hint={t('unitHint')} options={units} {...field('unit')} />
      </div>
      <Card title={t('whenTitle')}>
        <p className="mb-4 text-ink-soft">{t('whenHint')}</p>
        <div className="grid gap-4">
          <TextField
            label={t('amountOver', { currency })}
            hint={t('amountHint')}
            isOptional
            inputMode="decimal"
            className="tabular max-w-60"
            {...field('amount_over')}
          />
          {boxes('situation', t('situations'), [
            { value: 'over_budget', label: t('when_over_budget') },
            { value: 'off_contract', label: t('when_off_contract') },
            { value: 'first_order_of_sku', label: t('when_first_order_of_sku') },
          ])}
          {categories.length > 0 && (
            <Disclosure title={t('categories')} isOpen={listed(values.category).length > 0}>
              {boxes('category', t('categories'), categories)}
            </Disclosure>
          )}
          {costCentres.length > 0 && boxes('cost_centre', t('costCentres'), costCentres)}
          <TextArea label={t('requesters')} hint={t('peopleHint')} isOptional rows={2} {...field('requester')} />
          {boxes('requester_role', t('requesterRoles'), roles)}
        </div>
      </Card>
      <div className="grid gap-4">
        <div>
          <h2 className="text-lg font-semibold">{t('whoTitle')}</h2>
          <p className="text-ink-soft">{t('stepHint')}</p>
        </div>
        {room.map((groups, level) => (
          <Card key={`${level}`} title={t('step', { number: level + 1 })}>
            <div className="grid gap-6">
              {Array.from({ length: groups }, (_, group) => {
                const at = `levels.${level}.groups.${group}`;
                return (
                  <fieldset key={at} className="grid gap-4 border-b border-line pb-6">
                    <legend className="mb-2 font-semibold">{t('group', { number: group + 1 })}</legend>
                    <SelectField
                      label={t('howMany')}
                      options={countChoices(t, field(`${at}.k`).defaultValue)}
                      {...field(`${at}.k`)}
                      defaultValue={field(`${at}.k`).defaultValue || '1'}
                    />
                    {boxes(`${at}.roles`, t('rolesInUnit'), roles)}
                    <TextArea
                      label={t('people')}
                      hint={t('peopleHint')}
                      isOptional
                      rows={2}
                      {...field(`${at}.people`)}
                    />
                    {boxes(`${at}.sources`, t('others'), [
                      { value: 'manager_of_requester', label: t('manager_of_requester') },
                      { value: 'cost_centre_owner', label: t('cost_centre_owner') },
                    ])}
                  </fieldset>
                );
              })}
              <p>
                <Button name="more" value={`group.${level}`} size="small">
                  {t('moreGroups', { number: level + 1 })}
                </Button>
              </p>
              <div className="grid gap-4 sm:grid-cols-2">
                <TextField
                  label={t('deadline')}
                  hint={t('deadlineHint')}
                  isOptional
                  inputMode="numeric"
                  className="tabular max-w-40"
                  {...field(`levels.${level}.deadline`)}
                />
                <div className="grid gap-4">
                  <SelectField
                    label={t('escalateTo')}
                    options={[{ value: '', label: t('theAdmins') }, ...roles]}
                    {...field(`levels.${level}.escalate`)}
                  />
                  <TextField
                    label={t('escalatePeople')}
                    hint={t('peopleHint')}
                    isOptional
                    {...field(`levels.${level}.escalate_people`)}
                  />
                </div>
              </div>
            </div>
          </Card>
        ))}
        <p>
          <Button name="more" value="level">
            {t('moreSteps')}
          </Button>
        </p>
      </div>
      <p>
        <SubmitButton tone="primary" size="large">
          {t('save')}
        </SubmitButton>
      </p>
    </Form>
  );
}

function Boxes({
  name,
  legend,
  choices,
  chosen,
}: {
  name: string;
  legend: string;
  choices: readonly Choice[];
  chosen: readonly string[];
}) {
  // What is stored and is not offered any more stays chosen until somebody takes it away.
  const gone = chosen.filter((value) => !choices.some((choice) => choice.value === value));
  return (
    <fieldset>
      <legend className="font-medium">{legend}</legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {[...choices, ...gone.map((value) => ({ value, label: value }))].map(({ value, label }) => (
          <Checkbox
            key={value}
            id={`${name}-${value}`}
            name={name}
            value={value}
            label={label}
            defaultChecked={chosen.includes(value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

const useRoleChoices = (): Choice[] => {
  const t = useMessages('company');
  return companyRoles.map((role) => ({ value: role, label: t(`role_${role}`) }));
};

function countChoices(t: ReturnType<typeof useMessages<'policy'>>, stored: string): Choice[] {
  const counts = ['2', '3', '4', '5'];
  if (/^\d+$/.test(stored) && stored !== '1' && !counts.includes(stored)) counts.push(stored);
  return [
    { value: '1', label: t('anyOne') },
    ...counts.map((count) => ({ value: count, label: t('some', { count: Number(count) }) })),
    { value: 'all', label: t('everyone') },
  ];
}
