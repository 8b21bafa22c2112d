import type { FormAnswer } from '#app/http/form-answer.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { useMessages } from '../i18n/words';
import { SelectField, TextField } from '../ui/field';

/** One of the lists there are, or the name of a new one. */
export function ListChoice({
  lists,
  form,
}: {
  lists: readonly { readonly value: string; readonly label: string }[];
  form: FormAnswer | undefined;
}) {
  const t = useMessages('lists');
  return (
    <>
      {lists.length > 0 && (
        <SelectField
          label={t('onList')}
          options={[{ value: '', label: t('onNew') }, ...lists]}
          {...fieldOf(form, 'list', lists[0]?.value)}
        />
      )}
      <TextField label={t('newName')} hint={t('newNameHint')} isOptional {...fieldOf(form, 'name')} />
    </>
  );
}
