import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { FieldSet, SettingsForm } from '#app/components/admin/settings/settings-form.tsx';
import { useFormats, useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { Checkbox, TextField } from '#app/components/ui/field.tsx';
import { countryName, languageName } from '#app/domain/i18n/names.ts';
import { deliveryCountries } from '#app/domain/checkout/address-fields.ts';
import { openMarkets } from '#app/domain/checkout/markets.ts';
import type { StoredShippingMethod } from '#app/domain/checkout/shipping-methods.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import { baseShape, decimalShape, requireSettings, saveAndGo, wholeShape } from '#app/http/settings-form.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readSettings } from '#db/queries/settings.server.ts';

export const handle: RouteHandle = { messages: ['settings'] };

const rows = 6;
const codeShape = z.string().regex(/^[a-z0-9_]{1,20}$/, 'not_a_code');
const prices = z.record(z.string(), decimalShape).optional();

const methodForm = z.object({
  base: baseShape,
  zone: codeShape,
  code: codeShape,
  title: z.object({ en: z.string().min(1).max(60), de: z.string().max(60).optional() }),
  countries: z.array(z.enum(deliveryCountries)).min(1),
  daysFrom: wholeShape(90),
  daysUntil: wholeShape(90),
  heavierThan: wholeShape(100_000_000).optional(),
  bands: z.array(z.object({ upTo: wholeShape(100_000_000).optional(), price: prices })).max(rows),
  goodsUpTo: prices,
  freeFrom: prices,
});

type Place = { zone: string | undefined; code: string | undefined };
const isThat = (method: StoredShippingMethod, { zone, code }: Place) => method.zone === zone && method.code === code;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = await requireSettings(request, context);
  const { number, document } = await readSettings(context.deps.db, { kind: 'shipping' });
  const method = document.find((each) => isThat(each, { zone: params.zone, code: params.code })) ?? null;
  if (!method && params.zone !== 'new') throw notFound();
  const used = method ? [...method.bands.flatMap(({ netPrice }) => Object.keys(netPrice))] : [];
  return {
    base: number,
    method,
    currencies: [...new Set([...openMarkets(viewer.rules.markets).map(({ currency }) => currency), ...used])],
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const staff = await requireSettings(request, context);
  const form = await parseForm(request, methodForm);
  if (!form.ok) return formReply(form);
  const { value } = form;
  const old: Place = { zone: params.zone, code: params.code };
  const bands = value.bands.flatMap(({ upTo, price }) =>
    price && Object.keys(price).length > 0 ? [{ upToGrams: upTo ?? null, netPrice: price }] : [],
  );
  if (bands.length === 0) return formReply(fieldRefused(request, form, 'bands.0.price', 'required'));
  const method: StoredShippingMethod = {
    code: value.code,
    zone: value.zone,
    title: { en: value.title.en, ...(value.title.de && { de: value.title.de }) },
    countries: value.countries,
    workingDays: [value.daysFrom, value.daysUntil],
    bands,
    heavierThanGrams: value.heavierThan ?? null,
    goodsUpTo: value.goodsUpTo ?? null,
    freeFrom: value.freeFrom ?? null,
  };
  return saveAndGo(request, context, {
    staff,
    form,
    kind: 'shipping',
    base: value.base,
    part: (methods) => methods.find((each) => isThat(each, old)) ?? null,
    change: (methods) =>
      methods.some((each) => isThat(each, old))
        ? methods.map((each) => (isThat(each, old) ? method : each))
        : [...methods, method],
    to: '/admin/settings/shipping',
  });
}

export default function EditShippingMethod() {
  const t = useMessages('settings');
  const to = useLocalePath();
  const formats = useFormats();
  const { base, method, currencies } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const typed = form?.values.countries;
  const chosen: readonly string[] = form
    ? typed === undefined
      ? []
      : [typed].flat()
    : ((method?.countries as readonly string[] | undefined) ?? []);
  const stored = (prices: object | null | undefined, currency: string) =>
    String((prices as Record<string, string> | null | undefined)?.[currency] ?? '');
  const number = { inputMode: 'decimal' as const, className: 'text-end tabular' };
  return (
    <>
      <SettingsForm
        kind="shipping"
        title={method ? t('methodOf', { title: method.title.en ?? method.code, zone: method.zone }) : t('newMethod')}
        back="/admin/settings/shipping"
        base={base}
        form={form}
        labels={{
          ...{ zone: t('zone'), code: t('code'), 'title.en': t('titleIn', { language: languageName('en', formats) }) },
          ...{ countries: t('countries'), daysFrom: t('daysFrom'), daysUntil: t('daysUntil') },
          ...{ 'bands.0.price': t('weights'), heavierThan: t('heavierThan') },
        }}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label={t('zone')} hint={t('zoneHint')} required {...fieldOf(form, 'zone', method?.zone)} />
          <TextField label={t('code')} hint={t('methodCodeHint')} required {...fieldOf(form, 'code', method?.code)} />
          {(['en', 'de'] as const).map((code) => (
            <TextField
              key={code}
              label={t('titleIn', { language: languageName(code, formats) })}
              required={code === 'en'}
              {...fieldOf(form, `title.${code}`, method?.title[code])}
            />
          ))}
        </div>
        <FieldSet title={t('countries')}>
          <div className="grid gap-x-6 sm:grid-cols-3">
            {deliveryCountries.map((code) => (
              <Checkbox
                key={code}
                id={`country-${code}`}
                name="countries"
                value={code}
                label={countryName(code, formats)}
                defaultChecked={chosen.includes(code)}
              />
            ))}
          </div>
        </FieldSet>
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField
            label={t('daysFrom')}
            required
            {...number}
            {...fieldOf(form, 'daysFrom', String(method?.workingDays[0] ?? ''))}
          />
          <TextField
            label={t('daysUntil')}
            required
            {...number}
            {...fieldOf(form, 'daysUntil', String(method?.workingDays[1] ?? ''))}
          />
          <TextField
            label={t('heavierThan')}
            hint={t('heavierThanHint')}
            {...number}
            {...fieldOf(form, 'heavierThan', String(method?.heavierThanGrams ?? ''))}
          />
        </div>
        <FieldSet title={t('weights')} hint={t('weightsHint')}>
          {Array.from({ length: rows }, (_, at) => (
            <div key={at} className="grid grid-cols-2 gap-3 sm:grid-cols-5">
              <TextField
                label={t('rowOf', { number: at + 1, field: t('upToGrams') })}
                {...number}
                {...fieldOf(form, `bands.${at}.upTo`, String(method?.bands[at]?.upToGrams ?? ''))}
              />
              {currencies.map((currency) => (
                <TextField
                  key={currency}
                  label={t('rowOf', { number: at + 1, field: t('priceIn', { currency }) })}
                  {...number}
                  {...fieldOf(form, `bands.${at}.price.${currency}`, stored(method?.bands[at]?.netPrice, currency))}
                />
              ))}
            </div>
          ))}
        </FieldSet>
        {(['goodsUpTo', 'freeFrom'] as const).map((name) => (
          <FieldSet key={name} title={t(name)} hint={t('worthHint')}>
            <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
              {currencies.map((currency) => (
                <TextField
                  key={currency}
                  label={currency}
                  {...number}
                  {...fieldOf(form, `${name}.${currency}`, stored(method?.[name], currency))}
                />
              ))}
            </div>
          </FieldSet>
        ))}
      </SettingsForm>
      {method && (
        <Form
          method="post"
          action={to(`/admin/settings/shipping/${method.zone}/${method.code}/removal`)}
          className="mt-10 border-t border-line pt-6"
        >
          <input type="hidden" name="base" value={base} />
          <Button tone="danger">{t('remove')}</Button>
        </Form>
      )}
    </>
  );
}
