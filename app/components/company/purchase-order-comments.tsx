import { useLocalePath, useMessages } from '../i18n/words';
import { type CommentView, Conversation } from '../ui/conversation';

/** What people said about a purchase order, and a field to say more. */
export function PurchaseOrderComments({ id, comments }: { id: string; comments: readonly CommentView[] }) {
  const t = useMessages('purchaseOrders');
  const to = useLocalePath();
  return (
    <Conversation
      comments={comments}
      action={to(`/company/purchase-orders/${id}/comments`)}
      words={{
        title: t('comments'),
        none: t('commentsNone'),
        field: t('comment'),
        add: t('addComment'),
        deletedPerson: t('deletedPerson'),
      }}
    />
  );
}
