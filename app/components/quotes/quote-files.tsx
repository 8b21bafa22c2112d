import { DocumentFiles } from '../files/document-files';
import type { FileView } from '../files/file-list';
import { useMessages } from '../i18n/words';

/** What goes with a quote, for both sides; `action` where more may be attached. */
export function QuoteFiles({ files, action }: { files: readonly FileView[]; action?: string | false }) {
  const t = useMessages('quotes');
  return (
    <DocumentFiles
      files={files}
      {...(action && { action })}
      words={{
        title: t('files'),
        none: t('filesNone'),
        add: t('addFiles'),
        hint: t('addFilesHint'),
        attach: t('attach'),
      }}
    />
  );
}
