import { useEffect, useRef } from 'react';
import type { FormAnswer } from '#app/http/form-answer.ts';
import { useMessages } from '../i18n/words';
import { fieldId } from './field';

/** What a form was refused for, at its top, each line a link to its field, in the order of the labels where there are
 *  any. Takes the focus when it appears. */
export function ErrorSummary({
  answer,
  labels = {},
}: {
  answer: FormAnswer | undefined;
  labels?: Record<string, string>;
}) {
  const t = useMessages('shell');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [answer]);
  if (!answer) return null;
  const order = Object.keys(labels);
  const fields = Object.entries(answer.fields).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded border-s-4 border-bad bg-bad-soft px-4 py-3 outline-none"
    >
      <h2 className="font-semibold text-bad">{t('errorSummary', { count: fields.length + answer.messages.length })}</h2>
      <ul className="mt-1 list-disc ps-5">
        {answer.messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
        {fields.map(([name, message]) => (
          <li key={name}>
            <a href={`#${fieldId(name)}`} className="text-bad underline underline-offset-2">
              {labels[name] ? `${labels[name]}: ${message}` : message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
