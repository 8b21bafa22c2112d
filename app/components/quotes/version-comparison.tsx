import { Form } from '@remix-run/react';
import { useMessages } from '../i18n/words';
import { Button } from '../ui/button';
import { SelectField } from '../ui/field';

type Cell = { readonly before: string | null; readonly after: string | null; readonly isChanged: boolean };
export type ComparisonView = {
  readonly versions: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly rows: readonly { readonly label: string; readonly cell: Cell }[];
};

/** Two versions of an offer side by side; old struck, new bold, and a word for whoever does not see that. */
export function VersionComparison({
  versions,
  from,
  to,
  rows,
  pdfOf,
}: ComparisonView & { pdfOf: (version: number) => string }) {
  const t = useMessages('quotes');
  const options = versions.map((version) => ({ value: String(version), label: t('versionOf', { version }) }));
  return (
    <>
      <Form className="mb-6 flex flex-wrap items-end gap-3">
        <SelectField label={t('compareFirst')} name="from" options={options} defaultValue={String(from)} />
        <SelectField label={t('compareSecond')} name="to" options={options} defaultValue={String(to)} />
        <Button>{t('compareShow')}</Button>
      </Form>
      <p className="mb-6 flex flex-wrap gap-x-5 gap-y-2">
        {[...new Set([from, to])].map((version) => (
          <a key={version} href={pdfOf(version)}>
            {t('pdfOf', { version })}
          </a>
        ))}
      </p>
      <table className="w-full max-w-4xl border-collapse">
        <caption className="sr-only">{t('compare')}</caption>
        <thead>
          <tr className="border-b border-control text-start">
            <th scope="col" className="px-3 py-2 text-start">
              {t('field')}
            </th>
            <th scope="col" className="px-3 py-2 text-start">
              {t('versionOf', { version: from })}
            </th>
            <th scope="col" className="px-3 py-2 text-start">
              {t('versionOf', { version: to })}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cell }) => (
            <tr key={label} className={`border-b border-line ${cell.isChanged ? 'bg-accent-soft' : ''}`}>
              <th scope="row" className="px-3 py-2 text-start font-normal text-ink-soft">
                {label}
                {cell.isChanged && <span className="sr-only"> ({t('changed')})</span>}
              </th>
              <td className="tabular px-3 py-2 break-words">
                {cell.isChanged ? <del>{cell.before ?? t('notThere')}</del> : cell.before}
              </td>
              <td className="tabular px-3 py-2 break-words">
                {cell.isChanged ? (
                  <ins className="font-semibold no-underline">{cell.after ?? t('notThere')}</ins>
                ) : (
                  cell.after
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
