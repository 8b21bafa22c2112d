import { useMessages } from '../i18n/words';
import { Card } from '../ui/card';
import { DescriptionList } from '../ui/description-list';

type Props = { reference: string; notes: string; wishes: string; counterMessage?: string };

/** What the buyer wrote beside the lines; nothing where they wrote nothing. */
export function WhatWasSaid({ reference, notes, wishes, counterMessage = '' }: Props) {
  const t = useMessages('quotes');
  const facts = [
    { label: t('counterSaid'), value: counterMessage },
    { label: t('reference'), value: reference },
    { label: t('notes'), value: notes },
    { label: t('wishes'), value: wishes },
  ].filter(({ value }) => value !== '');
  if (facts.length === 0) return null;
  return (
    <Card title={t('said')}>
      <DescriptionList
        facts={facts.map(({ label, value }) => ({
          label,
          value: <span className="whitespace-pre-line">{value}</span>,
        }))}
      />
    </Card>
  );
}
