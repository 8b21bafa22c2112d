import { useFormats, useLocalePath, useMessages } from '../i18n/words';
import { PageHead } from '../company/page-head';
import { StateBadge } from '../ui/badge';
import { Tabs } from '../ui/tabs';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import type { RevisionPhase, RevisionStatus } from '#app/domain/pricing/price-list-lifecycle.ts';

export type RevisionHeadData = {
  list: string;
  number: number;
  path: string;
  state: RevisionStatus | RevisionPhase;
  startsAt: Date;
  endsAt: Date | null;
  /** It starts when it is approved. */
  isUndated: boolean;
  timeZone: string;
};

/** The head of a revision's pages: which, when, how it stands, and its pages. */
export function RevisionHead({ head }: { head: RevisionHeadData }) {
  const t = useMessages('pricing');
  const to = useLocalePath();
  const formats = useFormats();
  const { list, number, path, state, startsAt, endsAt, isUndated, timeZone } = head;
  const day = (at: Date) => formatInstant(at, formats, timeZone);
  const from = isUndated ? t('onceApproved') : day(startsAt);
  return (
    <>
      <PageHead
        title={t('revisionOfList', { list, number })}
        lead={endsAt ? t('periodFromTo', { from, until: day(endsAt) }) : t('periodFrom', { from })}
        actions={<StateBadge state={state} label={t(`status_${state}`)} />}
      />
      <div className="mb-6">
        <Tabs
          label={t('revision')}
          tabs={[
            { to: to(path), label: t('entries') },
            { to: to(`${path}/review`), label: t('whatChanges') },
          ]}
        />
      </div>
    </>
  );
}
