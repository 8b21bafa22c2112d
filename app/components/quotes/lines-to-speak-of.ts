import type { useMessages } from '../i18n/words';

/** The lines of a quote as something may be said about one of them. */
export const linesToSpeakOf = (
  t: ReturnType<typeof useMessages<'quotes'>>,
  lines: readonly { readonly line: number; readonly sku: string }[],
) => ({
  field: t('aboutField'),
  whole: t('aboutWhole'),
  parts: lines.map(({ line, sku }) => ({ value: String(line), label: t('aboutLine', { line, sku }) })),
});
