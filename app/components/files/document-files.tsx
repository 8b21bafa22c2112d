import { Form } from '@remix-run/react';
import { BuyingAsField } from '../shell/buying-as-field';
import { SubmitButton } from '../ui/button';
import { Card } from '../ui/card';
import { FileField } from '../ui/file-field';
import { type FileView, FileList } from './file-list';

type Props = {
  files: readonly FileView[];
  /** Where files are attached; without it nobody adds any. */
  action?: string;
  removeAt?: (id: string) => string;
  words: { title: string; none: string; add: string; hint: string; attach: string; fixed?: string };
};

/** What is attached to a document, and a form to attach more while that is lawful. */
export function DocumentFiles({ files, action, removeAt, words }: Props) {
  return (
    <Card title={words.title}>
      <div className="grid gap-4">
        {files.length === 0 ? (
          <p className="text-ink-faint">{words.none}</p>
        ) : (
          <FileList files={files} {...(removeAt && { removeAt })} />
        )}
        {action ? (
          <Form
            method="post"
            action={action}
            encType="multipart/form-data"
            className="flex flex-wrap items-start gap-3"
          >
            <BuyingAsField />
            <div className="min-w-0 grow basis-64">
              <FileField label={words.add} hint={words.hint} multiple required />
            </div>
            <SubmitButton className="sm:mt-7.5" action={action}>
              {words.attach}
            </SubmitButton>
          </Form>
        ) : (
          files.length > 0 && words.fixed && <p className="text-sm text-ink-faint">{words.fixed}</p>
        )}
      </div>
    </Card>
  );
}
