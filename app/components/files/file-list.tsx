import { Form } from '@remix-run/react';
import { useLocalePath, useMessages } from '../i18n/words';
import { BuyingAsField } from '../shell/buying-as-field';
import { SubmitButton } from '../ui/button';

/** A file as a page names it. */
export type FileView = { id: string; name: string; size: string; addedBy: string | null; at: string };

/** The files of a document, each a link that saves it; with `removeAt`, each can be taken away. */
export function FileList({ files, removeAt }: { files: readonly FileView[]; removeAt?: (id: string) => string }) {
  const t = useMessages('shell');
  const to = useLocalePath();
  return (
    <ul className="grid gap-3">
      {files.map(({ id, name, size, addedBy, at }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <span className="min-w-0">
            <a
              href={to(`/files/${id}`)}
              download={name}
              className="font-medium break-words underline underline-offset-2"
            >
              <bdi>{name}</bdi>
            </a>
            <span className="block text-sm text-ink-faint">{[size, addedBy, at].filter(Boolean).join(' · ')}</span>
          </span>
          {removeAt && (
            <Form method="post" action={removeAt(id)}>
              <BuyingAsField />
              <SubmitButton tone="quiet" size="small" action={removeAt(id)}>
                {t('removeFile')} <span className="sr-only">{name}</span>
              </SubmitButton>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
