import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { FieldSet, SettingsForm } from '#app/components/admin/settings/settings-form.tsx';
import { useFormats, useMessages } from '#app/components/i18n/words.tsx';
import { Checkbox, TextField } from '#app/components/ui/field.tsx';
import { countryName } from '#app/domain/i18n/names.ts';
import type { RatePeriod } from '#app/domain/pricing/tax-rate-table.ts';
import type { TaxRules } from '#app/domain/pricing/tax-rates.ts';
import type { TaxTerritory } from '#app/domain/pricing/tax-territories.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import { baseShape, ratePercentShape, requireSettings, saveAndGo } from '#app/http/settings-form.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readSettings } from '#db/queries/settings.server.ts';

export const handle: RouteHandle = { messages: ['settings'] };

const always = '0000-01-01';
const countryShape = z.string().regex(/^[A-Z]{2}$/, 'not_a_code');
const rate = ratePercentShape.optional();
const patterns = z
  .string()
  .max(500)
  .transform((text) =>
    text
      .toUpperCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  )
  .refine((codes) => codes.every((code) => /^[A-Z0-9?]+\*?$/.test(code)), 'invalid');

const taxForm = z.object({
  base: baseShape,
  country: countryShape.optional(),
  periods: z
    .array(z.object({ since: z.iso.date().optional(), standard: rate, reduced: rate, superReduced: rate }).partial())
    .max(30),
  places: z
    .array(
      z.object({
        name: z.string().max(100).optional(),
        postcodes: patterns.optional(),
        standard: rate,
        reduced: rate,
        isEu: z.literal('on').optional(),
      }),
    )
    .max(60)
    .default([]),
});

const partOf = ({ rates, territories }: TaxRules, country: string) => ({
  rates: rates[country] ?? null,
  territories: territories[country] ?? null,
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireSettings(request, context);
  const { number, document } = await readSettings(context.deps.db, { kind: 'tax' });
  const country = params.country === 'new' ? null : (params.country ?? '');
  if (country && !Object.hasOwn(document.rates, country)) throw notFound();
  return { base: number, country, ...partOf(document, country ?? '') };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const staff = await requireSettings(request, context);
  const form = await parseForm(request, taxForm);
  if (!form.ok) return formReply(form);
  const { value } = form;
  const country = params.country === 'new' ? value.country : params.country;
  if (!country) return formReply(fieldRefused(request, form, 'country', 'required'));
  const { document } = await readSettings(context.deps.db, { kind: 'tax' });
  const isKnown = Object.hasOwn(document.rates, country);
  if (params.country === 'new' && isKnown) return formReply(fieldRefused(request, form, 'country', 'already_taken'));
  if (params.country !== 'new' && !isKnown) throw notFound();

  const periods: RatePeriod[] = [];
  for (const [at, { since, standard, reduced, superReduced }] of value.periods.entries()) {
    if (!since && !standard && !reduced && !superReduced) continue;
    if (!standard) return formReply(fieldRefused(request, form, `periods.${at}.standard`, 'required'));
    periods.push([since ?? always, standard, reduced ?? null, superReduced ?? null]);
  }
  if (periods.length === 0) return formReply(fieldRefused(request, form, 'periods.0.standard', 'required'));
  periods.sort(([a], [b]) => (a < b ? 1 : -1));
  const places: TaxTerritory[] = [];
  for (const [at, { name, postcodes, standard, reduced, isEu }] of value.places.entries()) {
    if (!name && !postcodes?.length) continue;
    if (!name) return formReply(fieldRefused(request, form, `places.${at}.name`, 'required'));
    if (!postcodes?.length) return formReply(fieldRefused(request, form, `places.${at}.postcodes`, 'required'));
    if (!standard) return formReply(fieldRefused(request, form, `places.${at}.standard`, 'required'));
    places.push({ name, postcodes, standard, reduced: reduced ?? null, isEuTaxArea: isEu === 'on' });
  }
  return saveAndGo(request, context, {
    staff,
    form,
    kind: 'tax',
    base: value.base,
    part: (rules) => partOf(rules, country),
    change: ({ rates, territories }) => {
      const { [country]: _old, ...others } = territories;
      return {
        rates: { ...rates, [country]: periods },
        territories: places.length > 0 ? { ...others, [country]: places } : others,
      };
    },
    to: '/admin/settings/tax',
  });
}

export default function TaxesOfCountry() {
  const t = useMessages('settings');
  const formats = useFormats();
  const { base, country, rates, territories } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const name = country ? countryName(country, formats) : '';
  const periodRows = (rates?.length ?? 0) + 2;
  const placeRows = (territories?.length ?? 0) + 2;
  const field = (at: number, key: string) => t('rowOf', { number: at + 1, field: key });
  const number = { inputMode: 'decimal' as const, className: 'text-end tabular' };
  const labels: Record<string, string> = { country: t('countryCode') };
  for (let at = 0; at < periodRows; at += 1) {
    labels[`periods.${at}.since`] = field(at, t('since'));
    labels[`periods.${at}.standard`] = field(at, t('standardRate'));
  }
  return (
    <SettingsForm
      kind="tax"
      title={country ? t('taxOf', { country: name }) : t('newCountry')}
      back="/admin/settings/tax"
      base={base}
      form={form}
      labels={labels}
    >
      {!country && <TextField label={t('countryCode')} required maxLength={2} {...fieldOf(form, 'country')} />}
      <FieldSet title={t('rates')} hint={t('ratesHint')}>
        {Array.from({ length: periodRows }, (_, at) => {
          const [since = '', standard = '', reduced = null, superReduced = null] = rates?.[at] ?? [];
          return (
            <div key={at} className="grid grid-cols-2 gap-3 sm:grid-cols-4">
              <TextField
                label={field(at, t('since'))}
                type="date"
                className="min-w-0"
                {...fieldOf(form, `periods.${at}.since`, since === always ? '' : since)}
              />
              <TextField
                label={field(at, t('standardRate'))}
                {...number}
                {...fieldOf(form, `periods.${at}.standard`, standard)}
              />
              <TextField
                label={field(at, t('reducedRate'))}
                {...number}
                {...fieldOf(form, `periods.${at}.reduced`, reduced ?? '')}
              />
              <TextField
                label={field(at, t('superReducedRate'))}
                {...number}
                {...fieldOf(form, `periods.${at}.superReduced`, superReduced ?? '')}
              />
            </div>
          );
        })}
      </FieldSet>
      <FieldSet title={t('territories')} hint={t('territoriesHint')}>
        {Array.from({ length: placeRows }, (_, at) => {
          const place = territories?.[at];
          return (
            <div key={at} className="grid grid-cols-2 items-end gap-3 sm:grid-cols-5">
              <TextField label={field(at, t('place'))} {...fieldOf(form, `places.${at}.name`, place?.name)} />
              <TextField
                label={field(at, t('postcodes'))}
                {...fieldOf(form, `places.${at}.postcodes`, place?.postcodes.join(', '))}
              />
              <TextField
                label={field(at, t('standardRate'))}
                {...number}
                {...fieldOf(form, `places.${at}.standard`, place?.standard)}
              />
              <TextField
                label={field(at, t('reducedRate'))}
                {...number}
                {...fieldOf(form, `places.${at}.reduced`, place?.reduced ?? '')}
              />
              <Checkbox
                name={`places.${at}.isEu`}
                label={t('isEuTaxArea')}
                defaultChecked={form ? form.values[`places.${at}.isEu`] === 'on' : (place?.isEuTaxArea ?? false)}
              />
            </div>
          );
        })}
      </FieldSet>
    </SettingsForm>
  );
}
