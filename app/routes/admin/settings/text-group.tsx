import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { FieldSet, SettingsForm } from '#app/components/admin/settings/settings-form.tsx';
import { settingsPath } from '#app/components/admin/settings/settings-path.ts';
import { useFormats, useMessages } from '#app/components/i18n/words.tsx';
import { TextArea } from '#app/components/ui/field.tsx';
import { languageName } from '#app/domain/i18n/names.ts';
import { placeholdersOf } from '#app/domain/i18n/format-message.ts';
import { wordsProblem } from '#app/domain/settings/changed-words.ts';
import type { ChangedWords } from '#app/domain/settings/shop-rules.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import { baseShape, requireSettings, saveAndGo } from '#app/http/settings-form.server.ts';
import { groupTitle, isTextArea, keysOfGroup, ownWords, writtenLocales } from '#app/http/settings-texts.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readSettings } from '#db/queries/settings.server.ts';

export const handle: RouteHandle = { messages: ['settings'] };

const text = z.record(z.string().max(80), z.string().max(5_000)).default({});
const textForm = z.object({ base: baseShape, en: text, de: text });

async function groupOf({ params, origin }: { params: { area?: string; group?: string }; origin: string }) {
  const { area, group } = params;
  if (!isTextArea(area) || !group) throw notFound();
  const keys = await keysOfGroup(area, group, origin);
  if (!keys) throw notFound();
  return { area, group, keys };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireSettings(request, context);
  const { db, settings } = context.deps;
  const { area, group, keys } = await groupOf({ params, origin: settings.origin });
  const { number, document } = await readSettings(db, { kind: area });
  return {
    base: number,
    area,
    group,
    title: groupTitle(area, group, localeOf(request) === 'de' ? 'de' : 'en'),
    languages: writtenLocales.map((locale) => ({
      locale,
      texts: keys.map((key) => {
        const own = ownWords(area, locale)[key] ?? '';
        return { key, own, changed: document[locale]?.[key] ?? '', placeholders: placeholdersOf(own) };
      }),
    })),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const staff = await requireSettings(request, context);
  const { area, group, keys } = await groupOf({ params, origin: context.deps.settings.origin });
  const form = await parseForm(request, textForm);
  if (!form.ok) return formReply(form);
  for (const locale of writtenLocales)
    for (const [key, changed] of Object.entries(form.value[locale])) {
      if (!keys.includes(key)) return formReply(fieldRefused(request, form, `${locale}.${key}`, 'unknown_field'));
      const problem = wordsProblem(ownWords(area, locale)[key] ?? '', changed);
      const names = problem?.allowed.map((name) => `{${name}}`).join(', ') || '–';
      if (problem) return formReply(fieldRefused(request, form, `${locale}.${key}`, 'unknown_placeholder', { names }));
    }
  const ofGroup = (words: ChangedWords) =>
    Object.fromEntries(writtenLocales.map((locale) => [locale, keys.map((key) => words[locale]?.[key] ?? null)]));
  return saveAndGo(request, context, {
    staff,
    form,
    kind: area,
    base: form.value.base,
    part: ofGroup,
    change: (words) =>
      Object.fromEntries(
        writtenLocales.map((locale) => {
          const others = Object.entries(words[locale] ?? {}).filter(([key]) => !keys.includes(key));
          return [locale, Object.fromEntries([...others, ...Object.entries(form.value[locale])])];
        }),
      ),
    to: `${settingsPath(area)}/${group}`,
  });
}

export default function TextGroup() {
  const t = useMessages('settings');
  const formats = useFormats();
  const { base, area, group, title, languages } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const labels = Object.fromEntries(
    languages.flatMap(({ locale, texts }) =>
      texts.map(({ key }) => [`${locale}.${key}`, `${languageName(locale, formats)}: ${key}`]),
    ),
  );
  return (
    <>
      <SettingsForm
        kind={area}
        title={t('textsOf', { group: title })}
        lead={t('textHint')}
        back={settingsPath(area)}
        base={base}
        form={form}
        labels={labels}
      >
        {languages.map(({ locale, texts }) => (
          <FieldSet key={locale} title={languageName(locale, formats)}>
            {texts.map(({ key, own, changed, placeholders }) => (
              <TextArea
                key={key}
                label={key}
                lang={locale}
                rows={Math.min(6, Math.max(1, Math.ceil(own.length / 80)))}
                placeholder={own}
                hint={
                  placeholders.length > 0
                    ? t('placeholders', { names: placeholders.map((name) => `{${name}}`).join(', ') })
                    : undefined
                }
                {...fieldOf(form, `${locale}.${key}`, changed)}
              />
            ))}
          </FieldSet>
        ))}
      </SettingsForm>
      {area === 'mails' && (
        <section className="mt-10 grid gap-4">
          <h2 className="text-lg font-semibold">{t('preview')}</h2>
          <p className="text-ink-soft">{t('previewText')}</p>
          {languages.map(({ locale }) => (
            <iframe
              key={`${locale}-${base}`}
              title={`${t('preview')}, ${languageName(locale, formats)}`}
              src={`/admin/settings/mails/${group}/preview?language=${locale}&saved=${base}`}
              className="h-[32rem] w-full max-w-2xl rounded border border-line bg-white"
              loading="lazy"
            />
          ))}
        </section>
      )}
    </>
  );
}
