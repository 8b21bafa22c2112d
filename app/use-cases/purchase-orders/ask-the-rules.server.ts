import { unitId, personId } from '#app/domain/access/ids.ts';
import type { Directory } from '#app/domain/approvals/directory.ts';
import type { DocumentFacts } from '#app/domain/approvals/rules.ts';
import { type Submission, submitForApproval } from '#app/domain/approvals/submission.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { toExact } from '#app/domain/money/exact.ts';
import type { Money } from '#app/domain/money/money.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { inCompanyCurrency } from '#app/domain/purchase-orders/company-currency.ts';
import type { ShippingAddress } from '#app/domain/checkout/address-fields.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import type { Cart, CartLineDetail } from '#db/queries/carts.server.ts';
import { loadDirectory, loadRules } from '#db/queries/directory.server.ts';
import { findMember } from '#db/queries/memberships.server.ts';
import {
  type OrderingCompany,
  findExchangeRate,
  findOrderingCompany,
  listOrderedSkus,
} from '#db/queries/ordering-companies.server.ts';
import { mayOrderFor } from './create-purchase-order.server';
import { type LineRefusal, type PricedLines, priceLines } from './price-lines.server';

export type RulesAsked = { facts: DocumentFacts; submission: Submission; directory: Directory };

/** What the company's rules say of lines priced like this: who has to approve them, if anybody. `total` is net, in the
 *  company's currency. */
export async function askTheRules(
  db: DbOrTx,
  p: {
    companyId: string;
    unitId: string;
    priced: PricedLines;
    total: Money;
    requesters: readonly string[];
    costCentre: string | null;
    isOverBudget: boolean;
    revision: number;
    at: Date;
  },
): Promise<RulesAsked> {
  const { companyId, priced, at } = p;
  const [directory, rules, known] = await Promise.all([
    loadDirectory(db, { companyId, at }),
    loadRules(db, { companyId }),
    listOrderedSkus(db, { companyId, skus: priced.rows.map(({ sku }) => sku) }),
  ]);
  const facts: DocumentFacts = {
    kind: 'purchase_order',
    unit: unitId(p.unitId),
    total: p.total,
    requesters: p.requesters.map(personId),
    categories: priced.categories,
    costCentre: p.costCentre,
    isOverBudget: p.isOverBudget,
    isOffContract: priced.isOffContract,
    hasFirstOrderOfSku: priced.rows.some(({ sku }) => !known.has(sku)),
    largestDiscountPercent: null,
    smallestMarginPercent: null,
  };
  return {
    facts,
    directory,
    submission: submitForApproval({ rules, document: facts, revision: p.revision, directory, at }),
  };
}

/** Net total and what is payable in the company's currency, at the rate of the moment. */
export async function inCurrencyOf(
  db: DbOrTx,
  p: { company: OrderingCompany; currency: CurrencyCode; priced: PricedLines; at: Date },
): Promise<Outcome<{ total: Money; payable: Money; rate: string | null }, 'no_rate'>> {
  const { company, currency, priced } = p;
  const rate =
    company.currency === currency
      ? null
      : await findExchangeRate(db, { base: currency, quote: company.currency, at: p.at });
  const exactRate = rate === null ? null : toExact(rate);
  const total = inCompanyCurrency(priced.totals.total, company.currency, exactRate);
  const payable = inCompanyCurrency(priced.totals.payable, company.currency, exactRate);
  if (!total.ok) return total;
  if (!payable.ok) return payable;
  return ok({ total: total.value, payable: payable.value, rate });
}

export type PayAtOnceRefusal = LineRefusal | 'not_found' | 'forbidden' | 'no_rate' | 'approval_needed';

/** A company's cart is paid by card without a purchase order only by who may order for the unit, and only where nobody
 *  would have to approve it: no way to pay leads around the company's rules. */
export async function mayPayAtOnce(
  tx: Tx,
  p: { cart: Cart; lines: readonly CartLineDetail[]; shipTo: ShippingAddress; at: Date },
): Promise<Outcome<null, PayAtOnceRefusal>> {
  const { cart, at } = p;
  const { companyId, unitId: unit, personId: owner, currency } = cart;
  if (companyId === null || unit === null || owner === null) return ok(null);
  const company = await findOrderingCompany(tx, { id: companyId, unitId: unit });
  const found = await findMember(tx, { companyId, personId: owner });
  if (!company) return refused('not_found');
  const actor = {
    person: personId(owner),
    member: found?.member ?? null,
    staff: null,
    standsInFor: null,
    via: 'rules',
  };
  if (!mayOrderFor(actor, company)) return refused('forbidden');
  const priced = await priceLines(tx, {
    ...{ companyId, unitId: unit, currency, locale: cart.locale, shipTo: p.shipTo, at },
    lines: p.lines.map(({ line, sku, quantity, configuration }) => ({
      line,
      sku,
      quantity,
      configuration,
      kept: null,
    })),
  });
  if (!priced.ok) return refused(priced.code);
  const converted = await inCurrencyOf(tx, { company, currency, priced: priced.value, at });
  if (!converted.ok) return converted;
  const { submission } = await askTheRules(tx, {
    ...{ companyId, unitId: unit, priced: priced.value, total: converted.value.total, requesters: [owner] },
    ...{ costCentre: null, isOverBudget: false, revision: 1, at },
  });
  return submission.state === 'approved' ? ok(null) : refused('approval_needed');
}
