import { Form } from '@remix-run/react';
import { type FileView, FileList } from '../files/file-list';
import { useLocalePath, useMessages } from '../i18n/words';
import { BuyingAsField } from '../shell/buying-as-field';
import { SubmitButton } from '../ui/button';
import { Card } from '../ui/card';
import { FileField } from '../ui/file-field';

/** What is attached, and a form to attach more while nobody has decided. */
export function PurchaseOrderFiles({ id, files, may }: { id: string; files: readonly FileView[]; may: boolean }) {
  const t = useMessages('purchaseOrders');
  const to = useLocalePath();
  const at = to(`/company/purchase-orders/${id}/attachments`);
  return (
    <Card title={t('files')}>
      <div className="grid gap-4">
        {files.length === 0 ? (
          <p className="text-ink-faint">{t('filesNone')}</p>
        ) : (
          <FileList files={files} {...(may && { removeAt: (file) => `${at}/${file}/removal` })} />
        )}
        {may ? (
          <Form method="post" action={at} encType="multipart/form-data" className="flex flex-wrap items-start gap-3">
            <BuyingAsField />
            <div className="min-w-0 grow basis-64">
              <FileField label={t('addFiles')} hint={t('addFilesHint')} multiple required />
            </div>
            <SubmitButton className="sm:mt-7.5" action={at}>
              {t('attach')}
            </SubmitButton>
          </Form>
        ) : (
          files.length > 0 && <p className="text-sm text-ink-faint">{t('filesFixed')}</p>
        )}
      </div>
    </Card>
  );
}
