import { Form } from '@remix-run/react';
import { useLocalePath, useMessages } from '../i18n/words';
import { BuyingAsField } from '../shell/buying-as-field';
import { SubmitButton } from '../ui/button';
import { Card } from '../ui/card';
import { TextArea } from '../ui/field';

export type CommentView = { id: string; by: string | null; at: string; atText: string; body: string };

/** What people said about it, and a field to say more. */
export function PurchaseOrderComments({ id, comments }: { id: string; comments: readonly CommentView[] }) {
  const t = useMessages('purchaseOrders');
  const at = useLocalePath()(`/company/purchase-orders/${id}/comments`);
  return (
    <Card title={t('comments')}>
      <div className="grid gap-4">
        {comments.length === 0 ? (
          <p className="text-ink-faint">{t('commentsNone')}</p>
        ) : (
          <ol className="grid gap-4">
            {comments.map((comment) => (
              <li key={comment.id}>
                <p className="text-sm text-ink-faint">
                  <bdi className="font-medium text-ink">{comment.by ?? t('deletedPerson')}</bdi> ·{' '}
                  <time dateTime={comment.at}>{comment.atText}</time>
                </p>
                <p className="break-words whitespace-pre-line">{comment.body}</p>
              </li>
            ))}
          </ol>
        )}
        <Form method="post" action={at} className="grid gap-3">
          <BuyingAsField />
          <TextArea
            id={`comment-${String(comments.length)}`}
            label={t('comment')}
            name="reason"
            required
            rows={2}
            maxLength={2000}
          />
          <p>
            <SubmitButton action={at}>{t('addComment')}</SubmitButton>
          </p>
        </Form>
      </div>
    </Card>
  );
}
