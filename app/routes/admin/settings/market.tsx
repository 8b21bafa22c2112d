import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { FieldSet, SettingsForm } from '#app/components/admin/settings/settings-form.tsx';
import { useFormats, useMessages } from '#app/components/i18n/words.tsx';
import { Checkbox, SelectField, TextField } from '#app/components/ui/field.tsx';
import { countryName, languageName } from '#app/domain/i18n/names.ts';
import { deliveryCountries } from '#app/domain/checkout/address-fields.ts';
import { type Market, type Markets, firstMarkets } from '#app/domain/checkout/markets.ts';
import { type CurrencyCode, currencyDecimals } from '#app/domain/money/currencies.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import { baseShape, requireSettings, saveAndGo, wholeShape } from '#app/http/settings-form.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readSettings } from '#db/queries/settings.server.ts';

export const handle: RouteHandle = { messages: ['settings'] };

const currencies = Object.keys(currencyDecimals) as [CurrencyCode, ...CurrencyCode[]];
const languages = ['en', 'de'] as const;
const hour = wholeShape(23).optional();

const marketForm = z.object({
  base: baseShape,
  code: z
    .string()
    .regex(/^[A-Z]{2,10}$/, 'not_a_code')
    .optional(),
  currency: z.enum(currencies).optional(),
  countries: z.array(z.enum(deliveryCountries)).min(1),
  home: z.enum(deliveryCountries),
  languages: z.array(z.enum(languages)).min(1),
  showsTaxIncluded: z.literal('on').optional(),
  timeZone: z.string().max(60),
  legalBasis: z.enum(['notice', 'opt_in']),
  quietFrom: hour,
  quietUntil: hour,
  returnDays: wholeShape(365),
  isOpen: z.literal('on').optional(),
});

const found = (markets: Markets, code: string | undefined) => markets.find((market) => market.code === code) ?? null;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireSettings(request, context);
  const { number, document } = await readSettings(context.deps.db, { kind: 'markets' });
  const market = found(document, params.code);
  if (!market && params.code !== 'new') throw notFound();
  return { base: number, market, isOwn: market !== null && market.code === document[0].code, currencies };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const staff = await requireSettings(request, context);
  const form = await parseForm(request, marketForm);
  if (!form.ok) return formReply(form);
  const { value } = form;
  const isNew = params.code === 'new';
  const { document } = await readSettings(context.deps.db, { kind: 'markets' });
  const old = found(document, isNew ? value.code : params.code);
  if (isNew && old) return formReply(fieldRefused(request, form, 'code', 'already_taken'));
  if (!isNew && !old) throw notFound();
  const code = old?.code ?? value.code;
  const currency = old?.currency ?? value.currency;
  if (!code) return formReply(fieldRefused(request, form, 'code', 'required'));
  if (!currency) return formReply(fieldRefused(request, form, 'currency', 'required'));
  if (!value.countries.includes(value.home)) return formReply(fieldRefused(request, form, 'home', 'invalid_choice'));
  if ((value.quietFrom === undefined) !== (value.quietUntil === undefined))
    return formReply(
      fieldRefused(request, form, value.quietFrom === undefined ? 'quietFrom' : 'quietUntil', 'required'),
    );
  const [first = 'en', ...others] = value.languages;
  const market: Market = {
    code,
    currency,
    countries: [value.home, ...value.countries.filter((country) => country !== value.home)],
    languages: [first, ...others],
    showsTaxIncluded: value.showsTaxIncluded === 'on',
    timeZone: value.timeZone,
    legalBasis: value.legalBasis,
    quietHours:
      value.quietFrom === undefined || value.quietUntil === undefined
        ? null
        : { from: value.quietFrom, until: value.quietUntil },
    returnDays: value.returnDays,
    isOpen: value.isOpen === 'on',
  };
  return saveAndGo(request, context, {
    staff,
    form,
    kind: 'markets',
    base: value.base,
    part: (markets) => found(markets, code),
    change: (markets) =>
      (found(markets, code)
        ? markets.map((each) => (each.code === code ? market : each))
        : [...markets, market]) as unknown as Markets,
    to: '/admin/settings/markets',
  });
}

const [blank] = firstMarkets;

export default function EditMarket() {
  const t = useMessages('settings');
  const formats = useFormats();
  const { base, market, isOwn, currencies: all } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const shown = market ?? { ...blank, code: '', countries: [], languages: ['en'], isOpen: false };
  const typed = (name: string): readonly string[] | null => {
    const values = form?.values[name];
    if (!form) return null;
    return values === undefined ? [] : typeof values === 'string' ? [values] : values;
  };
  const isChecked = (name: string, stored: boolean) => typed(name)?.includes('on') ?? stored;
  const chosen = typed('countries') ?? shown.countries;
  const spoken = typed('languages') ?? shown.languages;
  return (
    <SettingsForm
      kind="markets"
      title={market ? t('marketOf', { code: market.code }) : t('newMarket')}
      lead={isOwn ? t('isOwn') : undefined}
      back="/admin/settings/markets"
      base={base}
      form={form}
      labels={{
        ...{ code: t('code'), currency: t('currency'), countries: t('countries'), home: t('home') },
        ...{ languages: t('languages'), timeZone: t('timeZone'), returnDays: t('returnDays') },
        ...{ quietFrom: t('quietFrom'), quietUntil: t('quietUntil') },
      }}
    >
      {!market && (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label={t('code')} hint={t('marketCodeHint')} required {...fieldOf(form, 'code')} />
          <SelectField
            label={t('currency')}
            hint={t('currencyHint')}
            options={all.map((code) => ({ value: code, label: code }))}
            {...fieldOf(form, 'currency', 'EUR')}
          />
        </div>
      )}
      <FieldSet title={t('countries')}>
        <div className="grid gap-x-6 sm:grid-cols-3">
          {deliveryCountries.map((code) => (
            <Checkbox
              key={code}
              id={`country-${code}`}
              name="countries"
              value={code}
              label={countryName(code, formats)}
              defaultChecked={(chosen as readonly string[]).includes(code)}
            />
          ))}
        </div>
        <SelectField
          label={t('home')}
          hint={t('homeHint')}
          options={deliveryCountries.map((code) => ({ value: code, label: countryName(code, formats) }))}
          {...fieldOf(form, 'home', shown.countries[0])}
        />
      </FieldSet>
      <FieldSet title={t('languages')}>
        <div className="grid gap-x-6 sm:grid-cols-3">
          {languages.map((code) => (
            <Checkbox
              key={code}
              id={`language-${code}`}
              name="languages"
              value={code}
              label={languageName(code, formats)}
              defaultChecked={(spoken as readonly string[]).includes(code)}
            />
          ))}
        </div>
      </FieldSet>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('timeZone')}
          hint={t('timeZoneHint')}
          required
          {...fieldOf(form, 'timeZone', shown.timeZone)}
        />
        <TextField
          label={t('returnDays')}
          type="number"
          min={0}
          max={365}
          required
          {...fieldOf(form, 'returnDays', String(shown.returnDays))}
        />
        <SelectField
          label={t('legalBasis')}
          options={[
            { value: 'notice', label: t('legal_notice') },
            { value: 'opt_in', label: t('legal_opt_in') },
          ]}
          {...fieldOf(form, 'legalBasis', shown.legalBasis)}
        />
        <div className="grid grid-cols-2 gap-3">
          <TextField
            label={t('quietFrom')}
            hint={t('quietHint')}
            type="number"
            min={0}
            max={23}
            {...fieldOf(form, 'quietFrom', shown.quietHours ? String(shown.quietHours.from) : '')}
          />
          <TextField
            label={t('quietUntil')}
            type="number"
            min={0}
            max={23}
            {...fieldOf(form, 'quietUntil', shown.quietHours ? String(shown.quietHours.until) : '')}
          />
        </div>
      </div>
      <div>
        <Checkbox
          name="showsTaxIncluded"
          label={t('showsTaxIncluded')}
          defaultChecked={isChecked('showsTaxIncluded', shown.showsTaxIncluded)}
        />
        <Checkbox name="isOpen" label={t('isOpen')} defaultChecked={isChecked('isOpen', shown.isOpen)} />
      </div>
    </SettingsForm>
  );
}
