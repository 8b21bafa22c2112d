import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { FieldSet, SettingsForm } from '#app/components/admin/settings/settings-form.tsx';
import { useMessages } from '#app/components/i18n/words.tsx';
import { SelectField, TextArea, TextField } from '#app/components/ui/field.tsx';
import { parseSpans, writeSpans } from '#app/domain/quotes/opening-spans.ts';
import { holidayCalendars } from '#app/domain/quotes/shop-hours.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { baseShape, requireSettings, saveAndGo } from '#app/http/settings-form.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readSettings } from '#db/queries/settings.server.ts';

export const handle: RouteHandle = { messages: ['settings'] };

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

const spans = z
  .string()
  .max(200)
  .refine((text) => parseSpans(text) !== null, 'opening_spans')
  .transform((text) => parseSpans(text) ?? [])
  .default([]);

const hoursForm = z.object({
  base: baseShape,
  day1: spans,
  day2: spans,
  day3: spans,
  day4: spans,
  day5: spans,
  day6: spans,
  day7: spans,
  timeZone: z.string().max(60),
  calendar: z.enum(holidayCalendars),
  closedOn: z
    .string()
    .max(5_000)
    .default('')
    .transform((text) => text.split(/\s+/).filter(Boolean))
    .refine((days) => days.every((day) => /^(\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day)), 'days_list'),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireSettings(request, context);
  const { number, document } = await readSettings(context.deps.db, { kind: 'opening_hours' });
  return {
    base: number,
    timeZone: document.timeZone,
    calendar: document.calendar,
    closedOn: document.closedOn.join('\n'),
    week: weekdays.map((day) => writeSpans(document.week[day] ?? [])),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const staff = await requireSettings(request, context);
  const form = await parseForm(request, hoursForm);
  if (!form.ok) return formReply(form);
  const { base, timeZone, calendar, closedOn, ...days } = form.value;
  const week = Object.fromEntries(weekdays.map((day) => [day, days[`day${day}`]]));
  return saveAndGo(request, context, {
    staff,
    form,
    kind: 'opening_hours',
    base,
    part: (hours) => hours,
    change: () => ({ timeZone, calendar, closedOn, week }),
    to: '/admin/settings',
  });
}

export default function OpeningHours() {
  const t = useMessages('settings');
  const { base, timeZone, calendar, closedOn, week } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const labels = Object.fromEntries(weekdays.map((day) => [`day${day}`, t(`day${day}`)]));
  return (
    <SettingsForm
      kind="opening_hours"
      title={t('opening_hours')}
      lead={t('opening_hoursText')}
      back="/admin/settings"
      base={base}
      form={form}
      labels={{ ...labels, timeZone: t('timeZone'), closedOn: t('closedOn') }}
    >
      <FieldSet title={t('week')} hint={t('weekHint')}>
        <div className="grid gap-3 sm:grid-cols-2">
          {weekdays.map((day) => (
            <TextField key={day} label={t(`day${day}`)} {...fieldOf(form, `day${day}`, week[day - 1])} />
          ))}
        </div>
      </FieldSet>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={t('timeZone')} hint={t('timeZoneHint')} required {...fieldOf(form, 'timeZone', timeZone)} />
        <SelectField
          label={t('calendar')}
          options={holidayCalendars.map((value) => ({ value, label: t(`calendar_${value}`) }))}
          {...fieldOf(form, 'calendar', calendar)}
        />
      </div>
      <TextArea label={t('closedOn')} hint={t('closedOnHint')} rows={5} {...fieldOf(form, 'closedOn', closedOn)} />
    </SettingsForm>
  );
}
