import { DocumentFiles } from '../files/document-files';
import type { FileView } from '../files/file-list';
import { useLocalePath, useMessages } from '../i18n/words';

/** What is attached, and a form to attach more while nobody has decided. */
export function PurchaseOrderFiles({ id, files, may }: { id: string; files: readonly FileView[]; may: boolean }) {
  const t = useMessages('purchaseOrders');
  const to = useLocalePath();
  const at = to(`/company/purchase-orders/${id}/attachments`);
  return (
    <DocumentFiles
      files={files}
      {...(may && { action: at, removeAt: (file: string) => `${at}/${file}/removal` })}
      words={{
        title: t('files'),
        none: t('filesNone'),
        add: t('addFiles'),
        hint: t('addFilesHint'),
        attach: t('attach'),
        fixed: t('filesFixed'),
      }}
    />
  );
}
