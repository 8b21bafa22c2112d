import { useMessages } from '../i18n/words';
import { SelectField, TextField } from '../ui/field';

/** What the company may give an order that comes from a quote: its own number, and the cost centre that bears it. */
export function OrderFields({
  costCentres,
}: {
  costCentres: readonly { readonly code: string; readonly name: string }[];
}) {
  const t = useMessages('quotes');
  return (
    <>
      <TextField name="number" label={t('ownNumber')} isOptional maxLength={100} />
      {costCentres.length > 0 && (
        <SelectField
          name="cost_centre"
          label={t('costCentre')}
          isOptional
          options={[
            { value: '', label: '–' },
            ...costCentres.map(({ code, name }) => ({ value: code, label: name ? `${code} · ${name}` : code })),
          ]}
        />
      )}
    </>
  );
}
