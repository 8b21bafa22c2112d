import { Form } from '@remix-run/react';
import { BuyingAsField } from '../shell/buying-as-field';
import { SubmitButton } from './button';
import { Card } from './card';
import { TextArea } from './field';

export type CommentView = { id: string; by: string | null; at: string; atText: string; body: string };

type Props = {
  comments: readonly CommentView[];
  /** Where the next one is posted to; without it there is only reading. */
  action?: string;
  words: { title: string; none: string; field: string; add: string; deletedPerson: string };
};

/** What people said about a document, and a field to say more. */
export function Conversation({ comments, action, words }: Props) {
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
                </p>
                <p className="break-words whitespace-pre-line">{comment.body}</p>
              </li>
            ))}
          </ol>
        )}
        {action && (
          <Form method="post" action={action} className="grid gap-3">
            <BuyingAsField />
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
