import type { MessageValues } from '#app/domain/i18n/format-message.ts';
import type { MessageKey } from '#app/messages/areas.ts';
import type { core } from 'zod';

export type FormMessage = { readonly key: MessageKey<'forms'>; readonly values?: MessageValues };

/** A schema's own message is a key of the catalogue (`error: 'postal_code' satisfies FormKey`); what zod finds by
 *  itself is put in our words here. */
export type FormKey = MessageKey<'forms'>;

/** What to say about one issue. `known` tells keys of the catalogue from zod's own English. */
export function formMessage(issue: core.$ZodIssue, known: (key: string) => key is FormKey): FormMessage {
  if (known(issue.message)) return { key: issue.message, values: issue.code === 'custom' ? issue.params : undefined };
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return { key: 'required' };
      return { key: issue.expected === 'number' || issue.expected === 'int' ? 'not_a_number' : 'invalid' };
    case 'too_small': {
      const values = { least: String(issue.minimum) };
      if (issue.origin === 'string') return issue.minimum === 1 ? { key: 'required' } : { key: 'too_short', values };
      return { key: issue.origin === 'array' || issue.origin === 'set' ? 'too_few' : 'too_small', values };
    }
    case 'too_big': {
      const values = { most: String(issue.maximum) };
      if (issue.origin === 'string') return { key: 'too_long', values };
      return { key: issue.origin === 'array' || issue.origin === 'set' ? 'too_many' : 'too_big', values };
    }
    case 'invalid_format':
      if (issue.format === 'email') return { key: 'invalid_email' };
      if (issue.format === 'url') return { key: 'invalid_url' };
      return { key: issue.format === 'date' || issue.format === 'datetime' ? 'invalid_date' : 'invalid' };
    case 'not_multiple_of':
      return { key: 'not_in_steps', values: { step: String(issue.divisor) } };
    case 'invalid_value':
      return { key: issue.input === undefined ? 'required' : 'invalid_choice' };
    case 'invalid_union':
      return { key: issue.input === undefined ? 'required' : 'invalid_choice' };
    case 'unrecognized_keys':
      return { key: 'unknown_field' };
    default:
      return { key: 'invalid' };
  }
}
