import { useMessages } from '#app/components/i18n/words.tsx';
import { SelectField, TextField } from '#app/components/ui/field.tsx';
import { type FormAnswer, fieldOf } from '#app/http/form-answer.ts';

export type CategoryFieldsProps = {
  form: FormAnswer | undefined;
  languages: readonly { code: string; language: string }[];
  parents: readonly { value: string; label: string }[];
  stored?: { name: Record<string, string>; description: Record<string, string>; slug: string; parent: string };
};

/** What a category is called, where it stands, and, once it is there, what is said about it. */
export function CategoryFields({ form, languages, parents, stored }: CategoryFieldsProps) {
  const t = useMessages('categories');
  return (
    <>
      {languages.map(({ code, language }, at) => (
        <TextField
          key={code}
          label={t('nameIn', { language })}
          lang={code}
          required={at === 0}
          {...fieldOf(form, `name.${code}`, stored?.name[code])}
        />
      ))}
      {stored &&
        languages.map(({ code, language }) => (
          <TextField
            key={code}
            label={t('textIn', { language })}
            lang={code}
            {...fieldOf(form, `description.${code}`, stored.description[code])}
          />
        ))}
      <TextField label={t('slug')} hint={t('slugHint')} required {...fieldOf(form, 'slug', stored?.slug)} />
      <SelectField
        label={t('parent')}
        options={[{ value: '', label: t('top') }, ...parents]}
        {...fieldOf(form, 'parent', stored?.parent)}
      />
    </>
  );
}

export function useCategoryLabels(languages: CategoryFieldsProps['languages']): Record<string, string> {
  const t = useMessages('categories');
  const names = languages.map(({ code, language }) => [`name.${code}`, t('nameIn', { language })]);
  return { ...Object.fromEntries(names), slug: t('slug'), parent: t('parent') };
}
