import type { InputHTMLAttributes } from 'react';
import { offeredExtensions } from '#app/domain/files/file-type.ts';
import { TextField } from './field';

type Props = { label: string; hint?: string; error?: string; name?: string; isOptional?: boolean } & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'multiple' | 'required'
>;

/** Files to send. Its form is `method="post" encType="multipart/form-data"`, its schema has `filesField`. */
export const FileField = ({ name = 'files', ...about }: Props) => (
  <TextField
    {...about}
    name={name}
    type="file"
    accept={offeredExtensions}
    className="file:me-3 file:cursor-pointer file:rounded file:border-0 file:bg-sunken file:px-3 file:py-1 file:font-medium"
  />
);
