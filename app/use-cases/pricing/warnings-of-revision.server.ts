import type { Exact } from '#app/domain/money/exact.ts';
import { type RevisionWarning, revisionWarnings } from '#app/domain/pricing/revision-warnings.ts';
import type { PriceEntryBody } from '#app/http/api/schemas/price-lists.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { listEntries } from '#db/queries/price-entries.server.ts';
import { type RevisionRow, listApprovedPeriods } from '#db/queries/price-revisions.server.ts';
import { findPriceTargets } from '#db/queries/price-targets.server.ts';
import { entryBody } from './check-entries.server';
import { factsFrom, namesIn, priceEntries } from './price-entry-rows';

/** A page warns about the first of a long list; the diff shows every line of it. */
const mostEntries = 5_000;

export type EntryWarning = { entry: PriceEntryBody | null; warning: RevisionWarning };

/** What a seller should look at before the revision is submitted or approved; none of it is refused. */
export async function warningsOfRevision(
  db: DbOrTx,
  p: { revision: RevisionRow; marginFloorPercent: Exact | null },
): Promise<EntryWarning[]> {
  const { revision } = p;
  const rows = await listEntries(db, { revisionId: revision.id, after: null, limit: mostEntries });
  const bodies = rows.map(entryBody);
  const targets = await findPriceTargets(db, { ...namesIn(bodies), currency: revision.currency });
  const approved = await listApprovedPeriods(db, { listId: revision.listId });
  const warnings = revisionWarnings(
    {
      kind: revision.kind,
      startsAt: revision.startsAt,
      endsAt: revision.endsAt,
      entries: priceEntries(bodies),
      isGraduated: revision.options.includes('graduated'),
    },
    factsFrom(targets),
    p.marginFloorPercent,
    approved.filter(({ number }) => number !== revision.number),
  );
  return warnings.map((warning) => ({
    entry: 'entry' in warning ? (bodies[warning.entry] ?? null) : null,
    warning,
  }));
}
