import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { type OptionProblemCode, optionProblems } from '#app/domain/pricing/revision-rules.ts';
import type { PriceListBody } from '#app/http/api/schemas/price-lists.ts';
import { findCompanyUnit, savePriceList } from '#db/queries/price-lists.server.ts';
import { lockPriceList } from '#db/locks.server.ts';

export type UpsertPriceListRefusal =
  | 'kind_and_currency_needed'
  | 'kind_and_currency_stay'
  | 'unknown_company_or_unit'
  | 'contract_without_company'
  | 'segment_without_segment'
  | OptionProblemCode
  | 'standard_list_exists';

/** Makes a list or changes what the body names. It shapes the next revision alone: those submitted keep their copies. */
export async function upsertPriceList(
  { db, now }: Deps,
  input: { code: string; body: PriceListBody },
): Promise<Outcome<{ id: string; wasCreated: boolean }, UpsertPriceListRefusal>> {
  const { code, body } = input;
  return db.transaction(async (tx) => {
    const before = await lockPriceList(tx, { code });
    const kind = before?.kind ?? body.kind;
    const currency = before?.currency ?? body.currency;
    if (!kind || !currency) return refused('kind_and_currency_needed');
    if ((body.kind ?? kind) !== kind || (body.currency ?? currency) !== currency)
      return refused('kind_and_currency_stay');

    let owner = { companyId: before?.companyId ?? null, unitId: before?.unitId ?? null };
    if (body.company) {
      const found = await findCompanyUnit(tx, { company: body.company, unit: body.unit ?? null });
      if (!found) return refused('unknown_company_or_unit');
      owner = found;
    }
    const segment = body.segment === undefined ? (before?.segment ?? null) : body.segment;
    if (kind === 'contract' && !owner.unitId) return refused('contract_without_company');
    if (kind === 'segment' && !segment) return refused('segment_without_segment');

    const options = body.options ?? before?.options ?? [];
    const [contradiction] = optionProblems(options);
    if (contradiction) return refused(contradiction);

    const saved = await savePriceList(tx, {
      code,
      kind,
      currency,
      ...(kind === 'contract' ? owner : { companyId: null, unitId: null }),
      segment: kind === 'segment' ? segment : null,
      name: body.name ?? before?.name ?? code,
      priority: body.priority ?? before?.priority ?? 100,
      options,
      termDiscounts: body.term_discounts ?? before?.termDiscounts ?? {},
      createdAt: before?.createdAt ?? now(),
    });
    return saved ? ok({ id: saved.list.id, wasCreated: saved.wasCreated }) : refused('standard_list_exists');
  });
}
