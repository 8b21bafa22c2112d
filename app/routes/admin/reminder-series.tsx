import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { FieldSet, SettingsForm } from '#app/components/admin/settings/settings-form.tsx';
import { useFormats, useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Button, ButtonLink, SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { SelectField, TextField } from '#app/components/ui/field.tsx';
import { languageName } from '#app/domain/i18n/names.ts';
import { reminderSteps } from '#app/domain/cart/reminder-series.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { reminderInAddress } from '#app/http/reminder-sample.server.ts';
import { baseShape, requireSettings, saveAndGo, wholeShape } from '#app/http/settings-form.server.ts';
import { writtenLocales } from '#app/http/settings-texts.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readSettings } from '#db/queries/settings.server.ts';

export const handle: RouteHandle = { messages: ['settings', 'reminders'] };

const page = '/admin/reminders/series';

const hours = z
  .string()
  .trim()
  .transform((text) => text.replace(',', '.'))
  .pipe(z.string().regex(/^\d{1,3}(\.\d{1,2})?$/, 'not_a_number'))
  .transform((text) => Math.round(Number(text) * 60));
const seriesForm = z
  .object({
    base: baseShape,
    after1: hours,
    after2: hours,
    after3: hours,
    holdout: wholeShape(100),
    codePercent: z
      .string()
      .regex(/^\d{1,2}(\.\d{1,2})?$/, 'not_a_number')
      .optional(),
    codeDays: wholeShape(999).optional(),
  })
  .refine(({ codePercent, codeDays }) => (codePercent === undefined) === (codeDays === undefined), {
    path: ['codeDays'],
    error: 'required',
  });

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireSettings(request, context);
  const { number, document } = await readSettings(context.deps.db, { kind: 'reminders' });
  return {
    base: number,
    after: document.afterMinutes.map((minutes) => String(Math.round((minutes / 60) * 100) / 100)),
    holdout: String(document.holdoutPercent),
    code: { percent: document.code?.percentOff ?? '', days: document.code ? String(document.code.validDays) : '' },
    languages: [...writtenLocales],
    shown: reminderInAddress(request),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const staff = await requireSettings(request, context);
  const form = await parseForm(request, seriesForm);
  if (!form.ok) return formReply(form);
  const { base, after1, after2, after3, holdout, codePercent, codeDays } = form.value;
  const code = codePercent && codeDays ? { percentOff: codePercent, validDays: codeDays } : null;
  return saveAndGo(request, context, {
    staff,
    form,
    kind: 'reminders',
    base,
    part: (series) => series,
    change: () => ({ afterMinutes: [after1, after2, after3], holdoutPercent: holdout, code }),
    to: page,
  });
}

export default function ReminderSeriesPage() {
  const t = useMessages('reminders');
  const to = useLocalePath();
  const { base, after, holdout, code, ...preview } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const labels = {
    ...Object.fromEntries(reminderSteps.map((step) => [`after${step}`, t('seriesAfter', { step })])),
    holdout: t('seriesHoldout'),
    codePercent: t('seriesCodePercent'),
    codeDays: t('seriesCodeDays'),
  };
  return (
    <div className="grid gap-10">
      <div>
        <SettingsForm
          kind="reminders"
          title={t('seriesTitle')}
          lead={t('seriesLead')}
          back="/admin/reminders"
          base={base}
          form={form}
          labels={labels}
          actions={<ButtonLink to={to('/admin/settings/texts/mails/cart-reminder')}>{t('seriesTexts')}</ButtonLink>}
        >
          <FieldSet title={t('seriesWhen')} hint={t('seriesWhenHint')}>
            <div className="grid gap-3 sm:grid-cols-3">
              {reminderSteps.map((step) => (
                <TextField
                  key={step}
                  label={t('seriesAfter', { step })}
                  inputMode="decimal"
                  required
                  {...fieldOf(form, `after${step}`, after[step - 1])}
                />
              ))}
            </div>
          </FieldSet>
          <FieldSet title={t('seriesMeasure')}>
            <TextField
              label={t('seriesHoldout')}
              hint={t('seriesHoldoutHint')}
              inputMode="numeric"
              required
              {...fieldOf(form, 'holdout', holdout)}
            />
          </FieldSet>
          <FieldSet title={t('seriesCode')} hint={t('seriesCodeHint')}>
            <div className="grid gap-3 sm:grid-cols-2">
              <TextField
                label={t('seriesCodePercent')}
                inputMode="decimal"
                isOptional
                {...fieldOf(form, 'codePercent', code.percent)}
              />
              <TextField
                label={t('seriesCodeDays')}
                inputMode="numeric"
                isOptional
                {...fieldOf(form, 'codeDays', code.days)}
              />
            </div>
          </FieldSet>
        </SettingsForm>
      </div>
      <ReminderPreview {...preview} base={base} />
    </div>
  );
}

type Shown = { step: number; language: string };

/** One of them as it would be read, and sent to whoever looks. */
function ReminderPreview({ shown, languages, base }: { shown: Shown; languages: string[]; base: number }) {
  const t = useMessages('reminders');
  const to = useLocalePath();
  const formats = useFormats();
  const source = `/admin/reminders/series/preview?step=${shown.step}&language=${shown.language}&saved=${base}`;
  const testMails = to('/admin/reminders/series/test-mails');
  const frames = [
    { title: t('seriesDesktop'), width: 'w-full max-w-2xl' },
    { title: t('seriesPhone'), width: 'w-full max-w-[24rem]' },
  ];
  return (
    <Card title={t('seriesPreview')}>
      <div className="mb-6 flex flex-wrap items-end gap-4">
        <Form className="flex flex-wrap items-end gap-3">
          <SelectField
            name="step"
            label={t('seriesWhich')}
            defaultValue={String(shown.step)}
            options={reminderSteps.map((step) => ({ value: String(step), label: t('seriesStep', { step }) }))}
          />
          <SelectField
            name="language"
            label={t('seriesLanguage')}
            defaultValue={shown.language}
            options={languages.map((value) => ({ value, label: languageName(value, formats) }))}
          />
          <Button>{t('seriesShow')}</Button>
        </Form>
        <Form method="post" action={testMails}>
          <input type="hidden" name="step" value={shown.step} />
          <input type="hidden" name="language" value={shown.language} />
          <SubmitButton action={testMails}>{t('seriesSend')}</SubmitButton>
        </Form>
      </div>
      <div className="grid items-start gap-6 2xl:grid-cols-[1fr_24rem]">
        {frames.map(({ title, width }) => (
          <figure key={title} className="grid gap-2">
            <figcaption className="text-sm text-ink-soft">{title}</figcaption>
            <iframe
              key={source}
              title={title}
              src={source}
              className={`h-[36rem] rounded border border-line bg-white ${width}`}
              loading="lazy"
            />
          </figure>
        ))}
      </div>
    </Card>
  );
}
