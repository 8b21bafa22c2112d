import { Form } from '@remix-run/react';
import { BuyingAsField } from '../shell/buying-as-field';
import { SubmitButton } from './button';
import { Card } from './card';
import { SelectField, TextArea } from './field';

export type CommentView = {
  id: string;
  by: string | null;
  at: string;
  atText: string;
  /** The part of the document it hangs on; left out = the whole. */
  about?: string | undefined;
  body: string;
};

type Props = {
  comments: readonly CommentView[];
  /** Where the next one is posted to; without it there is only reading. */
  action?: string;
  /** The parts of the document that may be spoken about, where it has any. */
  about?: { field: string; whole: string; parts: readonly { value: string; label: string }[] };
  words: { title: string; none: string; field: string; add: string; deletedPerson: string };
};

/** What people said about a document, and a field to say more. */
export function Conversation({ comments, action, about, words }: Props) {
  return (
    <Card title={words.title}>
      <div className="grid gap-4">
        {comments.length === 0 ? (
          <p className="text-ink-faint">{words.none}</p>
        ) : (
          <ol className="grid gap-4">
            {comments.map((comment) => (
              <li key={comment.id}>
                <p className="text-sm text-ink-faint">
                  <bdi className="font-medium text-ink">{comment.by ?? words.deletedPerson}</bdi> ·{' '}
                  <time dateTime={comment.at}>{comment.atText}</time>
                  {comment.about && <> · {comment.about}</>}
                </p>
                <p className="break-words whitespace-pre-line">{comment.body}</p>
              </li>
            ))}
          </ol>
        )}
        {action && (
          <Form method="post" action={action} className="grid gap-3">
            <BuyingAsField />
            {about && about.parts.length > 1 && (
              <SelectField
                id={`${action.replaceAll('/', '-')}-about`}
                name="line"
                label={about.field}
                options={[{ value: '', label: about.whole }, ...about.parts]}
              />
            )}
            <TextArea
              id={`${action.replaceAll('/', '-')}-${String(comments.length)}`}
              label={words.field}
              name="reason"
              required
              rows={2}
              maxLength={2000}
            />
            <p>
              <SubmitButton action={action}>{words.add}</SubmitButton>
            </p>
          </Form>
        )}
      </div>
    </Card>
  );
}
