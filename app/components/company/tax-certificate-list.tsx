import type { ReactNode } from 'react';
import type { TaxCertificateKind, TaxCertificateStanding } from '#app/domain/companies/tax-certificate.ts';
import { FileList, type FileView } from '../files/file-list';
import { useMessages } from '../i18n/words';
import { StateBadge } from '../ui/badge';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';

export type TaxCertificateView = {
  id: string;
  kind: TaxCertificateKind;
  country: string;
  number: string;
  from: string;
  /** Its last day; null without an end. */
  until: string | null;
  standing: TaxCertificateStanding;
  answer: string;
  givenBy: string;
  givenAt: string;
  files: FileView[];
};

/** A company's tax certificates with their papers; `act` adds what the reader may do with each. */
export function TaxCertificateList({
  certificates,
  act,
}: {
  certificates: readonly TaxCertificateView[];
  act: (certificate: TaxCertificateView) => ReactNode;
}) {
  const t = useMessages('tax');
  if (certificates.length === 0) return <EmptyState title={t('none')} text={t('noneText')} />;
  return (
    <ul className="grid gap-4">
      {certificates.map((certificate) => {
        const { id, kind, country, number, from, until, standing, answer, givenBy, givenAt, files } = certificate;
        return (
          <li key={id}>
            <Card title={`${t(`kind_${kind}`)}, ${country}`}>
              <div className="grid gap-3">
                <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
                  <StateBadge state={standing} label={t(`standing_${standing}`)} />
                  <bdi className="font-medium">{number}</bdi>
                  <span className="tabular">{until ? t('days', { from, until }) : t('daysOpen', { from })}</span>
                </p>
                {answer && <p>{answer}</p>}
                <FileList files={files} />
                <p className="text-sm text-ink-faint">{t('givenBy', { name: givenBy, at: givenAt })}</p>
                {act(certificate)}
              </div>
            </Card>
          </li>
        );
      })}
    </ul>
  );
}
