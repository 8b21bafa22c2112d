import type { Deps } from '#app/deps.server.ts';
import { type Actor, type StaffActor, makersOf } from '#app/domain/access/actor.ts';
import type { StaffRole } from '#app/domain/access/roles.ts';
import { submitForApproval } from '#app/domain/approvals/submission.ts';
import type { Money } from '#app/domain/money/money.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { parseTerms } from '#app/domain/purchase-orders/terms.ts';
import { mayBeOffered } from '#app/domain/quotes/lifecycle.ts';
import { offerFacts, offerRules } from '#app/domain/quotes/offer-limits.ts';
import { isUsableValidity, reminderAt } from '#app/domain/quotes/quote-validity.ts';
import { type Template, isUsableTemplate } from '#app/domain/quotes/repeat-orders.ts';
import type { Tx } from '#db/client.server.ts';
import { loadDirectory, loadRules } from '#db/queries/directory.server.ts';
import { findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { addLineFacts } from '#db/queries/quote-facts.server.ts';
import { addVersion, releaseVersion } from '#db/queries/quote-versions.server.ts';
import { type SellerQuote, moveQuote } from '#db/queries/quotes.server.ts';
import { findRoleLimits } from '#db/queries/role-limits.server.ts';
import { openCase } from '../approvals/open-case.server';
import type { LineRefusal } from '../purchase-orders/price-lines.server';
import { type LinesTyped, linesOfOffer } from './offer-lines.server';
import { type PricedOffer, priceOffer } from './price-offer.server';
import { asSeller } from './quote-actors';
import { tellBuyer } from './quote-mails.server';
import { quoteUnderLock, recordBehindTheDesk, recordQuote } from './quote-under-lock.server';

export type Offer = LinesTyped & {
  readonly validUntil: Date;
  readonly partAcceptance: boolean;
  /** For repeat orders; null = it is ordered once. */
  readonly template: Template | null;
  /** Null = the company's own. */
  readonly terms: string | null;
  /** Null = what shipping costs today. */
  readonly freight: Money | null;
  readonly message: string;
};

export type OfferRefusal =
  | LineRefusal
  | 'not_found'
  | 'not_yours'
  | 'forbidden'
  | 'wrong_state'
  | 'validity_past'
  | 'template_too_short'
  | 'unknown_terms'
  | 'wrong_currency'
  | 'no_such_line';

export type Offered = { version: number; status: 'offered' | 'awaiting_approval' };

/** Takes a requested or countered quote into work and writes its next version in one act. Within what the seller may
 *  give it reaches the buyer at once; beyond it, only after a manager. */
export async function offerQuote(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  p: { actor: Actor; id: string; offer: Offer },
): Promise<Outcome<Offered, OfferRefusal>> {
  const at = deps.now();
  return deps.db.transaction(async (tx) => {
    const quote = await quoteUnderLock(tx, p);
    if (!quote) return refused('not_found');
    const seller = asSeller(p.actor, quote);
    if (!seller.ok) return seller;
    if (!mayBeOffered(quote.status)) return refused('wrong_state');
    return writeVersion(deps, tx, { quote, seller: seller.value, offer: p.offer, at, isExtension: false });
  });
}

/** The next version of a quote whose lock is held. */
export async function writeVersion(
  deps: Pick<Deps, 'settings'>,
  tx: Tx,
  p: { quote: SellerQuote; seller: StaffActor; offer: Offer; at: Date; isExtension: boolean },
): Promise<Outcome<Offered, OfferRefusal>> {
  const { quote, seller, offer, at } = p;
  if (!isUsableValidity(offer.validUntil, at)) return refused('validity_past');
  if (offer.template && !isUsableTemplate(offer.template, offer.validUntil)) return refused('template_too_short');
  const company = await findOrderingCompany(tx, { id: quote.companyId, unitId: quote.unitId });
  if (!company) return refused('not_found');
  const terms = offer.terms ?? company.terms;
  if (!parseTerms(terms)) return refused('unknown_terms');
  if (offer.freight && offer.freight.currency !== quote.currency) return refused('wrong_currency');
  const lines = await linesOfOffer(tx, { quote, typed: offer, at });
  if (!lines.ok) return lines;
  const role = seller.staff.roles[0] as StaffRole;
  const shipTo = quote.shipTo ?? company.unitAddress;
  const measured = await priceOffer(tx, {
    quote,
    currency: quote.currency,
    locale: company.locale,
    shipTo,
    lines: lines.value,
    freightMinor: offer.freight?.minor ?? null,
    limits: await findRoleLimits(tx, { role }),
    at,
  });
  if (!measured.ok) return measured;
  const version = quote.version + 1;
  await storeVersion(tx, { quote, seller, offer, terms, version, measured: measured.value, at });
  return settle(deps, tx, { ...p, version, measured: measured.value });
}

async function storeVersion(
  tx: Tx,
  p: {
    quote: SellerQuote;
    seller: StaffActor;
    offer: Offer;
    terms: string;
    version: number;
    measured: PricedOffer;
    at: Date;
  },
): Promise<void> {
  const { quote, seller, offer, version, measured, at } = p;
  const { totals, rows, shippingMethod } = measured.priced;
  await addVersion(tx, {
    version: {
      quoteId: quote.id,
      version,
      madeBy: seller.person,
      via: seller.via,
      terms: p.terms,
      validUntil: offer.validUntil,
      partAcceptance: offer.partAcceptance,
      templateTimes: offer.template?.times ?? null,
      templateUntil: offer.template?.until ?? null,
      message: offer.message,
      shippingMethod,
      totalMinor: totals.total.minor,
      freightMinor: totals.freight.minor,
      freightTaxMinor: totals.freightTax.minor,
      taxMinor: totals.tax.minor,
      payableMinor: totals.payable.minor,
      createdAt: at,
    },
    lines: rows.map((row) => ({
      line: row.line,
      variantId: row.variantId,
      sku: row.sku,
      title: row.title,
      quantity: row.quantity,
      configuration: row.configuration ?? {},
      unitPrice: row.unitPrice ?? '0',
      lineTotalMinor: row.lineTotalMinor,
      taxMinor: row.taxMinor,
      taxRatePercent: row.taxRatePercent,
      taxClass: row.taxClass,
    })),
  });
  await addLineFacts(tx, { facts: measured.facts.map((fact) => ({ ...fact, quoteId: quote.id, version })) });
}

/** Asks the one approval engine whether the version may reach the buyer, and sends it there or to the manager. */
async function settle(
  deps: Pick<Deps, 'settings'>,
  tx: Tx,
  p: {
    quote: SellerQuote;
    seller: StaffActor;
    offer: Offer;
    version: number;
    measured: PricedOffer;
    at: Date;
    isExtension: boolean;
  },
): Promise<Outcome<Offered, OfferRefusal>> {
  const { quote, seller, version, measured, at } = p;
  const by = { person: seller.person, via: seller.via };
  const facts = offerFacts(makersOf(seller), measured.priced.categories, measured.verdict);
  const directory = await loadDirectory(tx, { companyId: null, at });
  const rules = [...offerRules(measured.verdict), ...(await loadRules(tx, { companyId: null }))];
  const submission = submitForApproval({ rules, document: facts, revision: version, directory, at });
  await openCase(tx, {
    documentId: quote.id,
    revision: version,
    companyId: null,
    facts,
    submission,
    directory,
    at,
  });
  if (submission.state === 'approved') {
    const { validUntil, template } = p.offer;
    await release(deps, tx, { quote, version, validUntil, template, by, at, isExtension: p.isExtension });
    return ok({ version, status: 'offered' });
  }
  await moveQuote(tx, {
    id: quote.id,
    from: [quote.status],
    to: 'awaiting_approval',
    at,
    set: { version, holderId: seller.person, answerDueAt: null },
  });
  await recordBehindTheDesk(tx, { quote, type: 'submitted', by, at, data: { version } });
  return ok({ version, status: 'awaiting_approval' });
}

/** The version reaches the buyer: from now on it is the one to accept. */
export async function release(
  deps: Pick<Deps, 'settings'>,
  tx: Tx,
  p: {
    quote: SellerQuote;
    version: number;
    validUntil: Date;
    template: Template | null;
    by: { person: string | null; via: string };
    at: Date;
    isExtension?: boolean;
  },
): Promise<void> {
  const { quote, version, validUntil, template, by, at } = p;
  await releaseVersion(tx, { quoteId: quote.id, version, at });
  await moveQuote(tx, {
    id: quote.id,
    from: [quote.status],
    to: 'offered',
    at,
    set: {
      version: Math.max(version, quote.version),
      offeredVersion: version,
      validUntil,
      remindAt: reminderAt({ offeredAt: at, validUntil }),
      firstOfferedAt: quote.firstOfferedAt ?? at,
      answerDueAt: null,
      ...(quote.status === 'requested' && by.person && { holderId: by.person }),
    },
  });
  await recordQuote(tx, { quote, type: p.isExtension ? 'extended' : 'offered', by, at, data: { version } });
  const news = p.isExtension ? 'extended' : 'offered';
  await tellBuyer(deps, tx, { quote, version, news, validUntil, template, at });
}
