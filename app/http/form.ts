import { data } from '@remix-run/node';
import type { z } from 'zod';
import type { Locale } from '#app/domain/i18n/locales.ts';
import { areaWords } from '#app/messages/catalogue.server.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { FormAnswer, FormValues } from './form-answer';
import { formObject, typedValues } from './form-fields';
import { type FormKey, type FormMessage, formMessage } from './form-messages';
import { FormTooLarge, largestForm, limitedForm } from './limited-body.server';
import { localeOf } from './locale.server';

export type InvalidForm = { readonly ok: false; readonly locale: Locale } & {
  readonly fields: Readonly<Record<string, FormMessage>>;
  readonly messages: readonly FormMessage[];
  readonly values: FormValues;
};
export type ParsedForm<T> = { readonly ok: true; readonly value: T; readonly values: FormValues } | InvalidForm;

const isFormKey = (key: string): key is FormKey => Object.hasOwn(areaWords('en', 'forms'), key);

/** Reads the body once and holds it against the schema. Only the first thing wrong with each field is said. A form with
 *  files says how much it may weigh. */
export async function parseForm<T extends z.ZodType>(
  request: Request,
  schema: T,
  most = largestForm,
): Promise<ParsedForm<z.output<T>>> {
  const form = await limitedForm(request, most).catch((fault: unknown) => {
    if (fault instanceof FormTooLarge) return null;
    throw fault;
  });
  if (!form)
    return { ok: false, locale: localeOf(request), fields: {}, messages: [{ key: 'form_too_large' }], values: {} };
  const values = typedValues(form);
  const parsed = schema.safeParse(formObject(form, schema), { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data, values };

  const fields: Record<string, FormMessage> = {};
  const messages: FormMessage[] = [];
  for (const issue of parsed.error.issues) {
    const name = issue.path.join('.');
    if (name === '') messages.push(formMessage(issue, isFormKey));
    else fields[name] ??= formMessage(issue, isFormKey);
  }
  return { ok: false, locale: localeOf(request), fields, messages, values };
}

/** The same refusal for what only the shop can know: `fieldRefused(request, form, 'email', 'already_taken')`. */
export const fieldRefused = (
  request: Request,
  form: { values: FormValues },
  field: string,
  key: FormKey,
  values?: FormMessage['values'],
): InvalidForm => ({
  ok: false,
  locale: localeOf(request),
  fields: { [field]: { key, values } },
  messages: [],
  values: form.values,
});

/** Answers 400 with the words for each field and everything that was typed. */
export function formReply(form: InvalidForm) {
  const t = translator(form.locale, 'forms');
  const say = ({ key, values }: FormMessage) => t(key, values);
  const answer: FormAnswer = {
    fields: Object.fromEntries(Object.entries(form.fields).map(([name, message]) => [name, say(message)])),
    messages: form.messages.map(say),
    values: form.values,
  };
  return data({ form: answer }, { status: 400 });
}
