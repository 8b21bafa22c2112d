import type { ModuleView, PlanView } from '#app/components/admin/products/part-fields.tsx';
import type { VariantView } from '#app/components/admin/products/variant-fields.tsx';
import type { FormValues } from './form-answer';

type Stored = {
  readonly title: Readonly<Record<string, string>>;
  readonly description: Readonly<Record<string, string>>;
  readonly category: string;
  readonly status: string;
  readonly vendor: string;
  readonly tags: string;
  readonly options: readonly string[];
  readonly variants: readonly VariantView[];
  readonly plans: readonly PlanView[];
  readonly modules: readonly ModuleView[];
};

export type Difference = { readonly field: string; readonly stored: string; readonly typed: string };

/** Where what somebody typed differs from what is stored by now, field by field of the form. */
export function differences(typed: FormValues, stored: Stored): Difference[] {
  const now = new Map<string, string>();
  const put = (path: string, value: string) => now.set(path, value);
  for (const language of ['en', 'de'])
    for (const name of ['title', 'description'] as const) put(`${name}.${language}`, stored[name][language] ?? '');
  for (const name of ['category', 'status', 'vendor', 'tags'] as const) put(name, stored[name]);
  stored.options.forEach((option, at) => put(`options.o${at}`, option));
  const rows: [string, readonly object[]][] = [
    ['variants', stored.variants],
    ['plans', stored.plans],
    ['modules', stored.modules],
  ];
  for (const [name, members] of rows)
    members.forEach((member, at) => {
      for (const [key, value] of Object.entries(member as Record<string, unknown>)) {
        if (typeof value === 'string') put(`${name}.${at}.${names[key] ?? key}`, value);
        else if (typeof value === 'object' && value !== null)
          for (const [inner, text] of Object.entries(value as Record<string, string>))
            put(`${name}.${at}.${key === 'options' ? `option.o${inner}` : `${key}.${inner}`}`, text);
      }
    });
  return [...now].flatMap(([field, text]) => {
    const value = typed[field];
    const own = typeof value === 'string' ? value : (value?.[0] ?? '');
    return own.trim() === text.trim() ? [] : [{ field, stored: text, typed: own }];
  });
}

const names: Readonly<Record<string, string>> = { replacedBy: 'replaced_by' };
