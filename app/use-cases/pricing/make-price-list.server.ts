import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import type { PriceListOption } from '#app/domain/pricing/price-revision.ts';
import { type OptionProblemCode, optionProblems } from '#app/domain/pricing/revision-rules.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { findPriceList, savePriceList } from '#db/queries/price-lists.server.ts';
import { findUnitInScope } from '#db/queries/sellers-companies.server.ts';

export type MakePriceList = {
  actor: StaffActor;
  scope: CompanyScope;
  code: string;
  name: string;
  currency: CurrencyCode;
  /** The id of a company unit, or `segment`. */
  aim: string;
  segment?: string;
  options: readonly PriceListOption[];
};

const usualPriority = 100;

/** A seller's new list for a unit of one of their companies, or for a segment. It prices nothing until one of its
 *  revisions is approved. */
export async function makePriceList(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: MakePriceList,
): Promise<Outcome<null, 'code_taken' | 'unknown_company_or_unit' | 'segment_without_segment' | OptionProblemCode>> {
  const at = now();
  return db.transaction(async (tx) => {
    if (await findPriceList(tx, { code: p.code })) return refused('code_taken');
    const isSegment = p.aim === 'segment';
    if (isSegment && !p.segment) return refused('segment_without_segment');
    const [contradiction] = optionProblems(p.options);
    if (contradiction) return refused(contradiction);
    const unit = isSegment ? null : await findUnitInScope(tx, { scope: p.scope, unitId: p.aim });
    if (!isSegment && !unit) return refused('unknown_company_or_unit');
    const saved = await savePriceList(tx, {
      code: p.code,
      name: p.name,
      kind: isSegment ? 'segment' : 'contract',
      currency: p.currency,
      companyId: unit?.companyId ?? null,
      unitId: unit?.unitId ?? null,
      segment: isSegment ? (p.segment ?? null) : null,
      priority: usualPriority,
      options: [...p.options],
      termDiscounts: {},
      createdAt: at,
    });
    if (!saved?.wasCreated) return refused('code_taken');
    await recordEvent(tx, {
      type: 'price_list.made',
      subjectId: saved.list.id,
      companyId: saved.list.companyId,
      personId: p.actor.person,
      via: p.actor.via,
      data: { list: p.code },
      at,
    });
    return ok(null);
  });
}
