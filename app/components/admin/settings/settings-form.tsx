import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { ButtonLink, SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import type { SettingsKind } from '#app/domain/settings/shop-rules.ts';
import type { FormAnswer } from '#app/http/form-answer.ts';

type Props = {
  kind: SettingsKind;
  title: string;
  lead?: ReactNode;
  /** Where the list is that this is a part of. */
  back: string;
  /** The number of the document the form was made from. */
  base: number;
  form: FormAnswer | undefined;
  labels: Readonly<Record<string, string>>;
  actions?: ReactNode;
  children: ReactNode;
};

/** A part of the settings to be changed: what it is, the fields, one button, and the way to its changes. */
export function SettingsForm({ kind, title, lead, back, base, form, labels, actions, children }: Props) {
  const t = useMessages('settings');
  const to = useLocalePath();
  return (
    <>
      <PageHead
        title={title}
        lead={lead}
        actions={
          <>
            {actions}
            <ButtonLink to={to(`/admin/settings/changes/${kind}`)}>{t('history')}</ButtonLink>
          </>
        }
      />
      <div className="mb-6 empty:hidden">
        <ErrorSummary answer={form} labels={labels} />
      </div>
      <Form method="post" className="grid max-w-4xl gap-6">
        <input type="hidden" name="base" value={form ? String(form.values.base ?? base) : base} />
        {children}
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton tone="primary">{t('save')}</SubmitButton>
          <Link to={to(back)}>{t('back')}</Link>
        </div>
      </Form>
    </>
  );
}

export function FieldSet({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-3 rounded border border-line bg-raised p-4 sm:p-6">
      <legend className="px-2 text-lg font-semibold">{title}</legend>
      {hint && <p className="text-sm text-ink-faint">{hint}</p>}
      {children}
    </fieldset>
  );
}
