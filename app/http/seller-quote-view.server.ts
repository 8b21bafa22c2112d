import type { Judgement } from '#app/components/quotes/offer-form.tsx';
import type { Deps } from '#app/deps.server.ts';
import type { StaffMember } from '#app/domain/access/company-scope.ts';
import type { StaffRole } from '#app/domain/access/roles.ts';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { formatDay } from '#app/domain/i18n/format-date.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { defaultValidityDays, statusAt } from '#app/domain/quotes/quote-validity.ts';
import { lastMoment } from '#app/domain/quotes/repeat-orders.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { translator } from '#app/messages/translate.server.ts';
import { type LinesTyped, linesOfOffer } from '#app/use-cases/quotes/offer-lines.server.ts';
import { priceOffer } from '#app/use-cases/quotes/price-offer.server.ts';
import { findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { readAllVersions, templateOf } from '#db/queries/quote-versions.server.ts';
import { namePersons } from '#db/queries/directory.server.ts';
import { readQuoteOrders } from '#db/queries/quote-orders.server.ts';
import { type PaidPrices, readInternalNotes, readPaidPrices } from '#db/queries/quote-facts.server.ts';
import { type SellerQuote, readComments, readCounters, readQuoteLines } from '#db/queries/quotes.server.ts';
import { listFiles } from '#db/queries/files.server.ts';
import { configurationsIn } from './configuration-words.server';
import { templateView } from './template-view.server';
import { commentViews } from './comment-view.server';
import { fileViews } from './file-view.server';
import { findRoleLimits } from '#db/queries/role-limits.server.ts';

const day = 86_400_000;
/** How far back prices paid are looked at. */
const paidDays = 365;
const price = (stored: string | null | undefined) => (stored ? toDecimalString(toExact(stored), 4, 2) : '');
const percent = (stored: string | null | undefined) => (stored ? toDecimalString(toExact(stored), 1) : '');

/** What was paid last, and before that with quantity and day. */
function paidView(paid: PaidPrices | undefined, locale: Locale) {
  const [last, ...before] = paid?.paid ?? [];
  const t = translator(locale, 'quotes');
  const { formats } = locales[locale];
  return {
    lastPaid: price(last?.unitPrice),
    paidBefore: before.map(({ unitPrice, quantity, at }) =>
      t('paidBefore', {
        price: price(unitPrice),
        quantity: formatQuantity(toExact(quantity), formats),
        day: formatDay(at, formats, storeTimeZone),
      }),
    ),
    similarPay: price(paid?.similarPay),
  };
}

/** How far an offer that is being typed would go, by the function that judges it when it is sent. Null while a line of
 *  it is none of the quote's or cannot be sold. */
export async function judgementOf(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: { quote: SellerQuote; staff: StaffMember; formats: string; typed: LinesTyped },
): Promise<Judgement | null> {
  const { quote, staff, formats } = p;
  const at = now();
  const lines = await linesOfOffer(db, { quote, typed: p.typed, at });
  const company = await findOrderingCompany(db, { id: quote.companyId, unitId: quote.unitId });
  if (!company || !lines.ok) return null;
  const measured = await priceOffer(db, {
    quote,
    currency: quote.currency,
    locale: company.locale,
    shipTo: quote.shipTo ?? company.unitAddress,
    lines: lines.value,
    freightMinor: null,
    limits: await findRoleLimits(db, { role: staff.roles[0] as StaffRole }),
    at,
  });
  if (!measured.ok) return null;
  const { verdict, facts, priced } = measured.value;
  return {
    isWithin: verdict.isWithin,
    total: formatMoney(priced.totals.total, formats),
    lines: facts.map(({ line, discountPercent, marginPercent, isBeyondLimit }) => ({
      line,
      price: price(lines.value.find((each) => each.line === line)?.unitPrice),
      discount: percent(discountPercent),
      margin: percent(marginPercent),
      isBeyondLimit,
    })),
  };
}

/** A quote as its seller sees it: what is asked, what was offered, and what each line costs and leaves. Never for buyers. */
export async function sellerQuoteView(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { quote, staff, locale }: { quote: SellerQuote; staff: StaffMember; locale: Locale },
) {
  const at = now();
  const { formats } = locales[locale];
  const asked = await readQuoteLines(db, { quoteId: quote.id });
  const newest = (await readAllVersions(db, { quoteId: quote.id })).at(-1);
  const counter = (await readCounters(db, { quoteId: quote.id })).find(({ version }) => version === newest?.version);
  const [comments, notes, files, orders] = await Promise.all([
    readComments(db, { quoteId: quote.id }),
    readInternalNotes(db, { quoteId: quote.id }),
    listFiles(db, { owner: { kind: 'quote', id: quote.id } }),
    readQuoteOrders(db, { quoteId: quote.id }),
  ]);
  const people = await namePersons(db, {
    ids: [
      ...[...comments, ...notes, ...files].flatMap(({ personId }) => personId ?? []),
      ...orders.map(({ orderedBy }) => orderedBy),
    ],
  });
  const skuOf = (line: number) => (newest?.lines ?? asked).find((each) => each.line === line)?.sku ?? String(line);
  const said = { people, formats, timeZone: storeTimeZone, aboutLine: skuOf };
  const company = await findOrderingCompany(db, { id: quote.companyId, unitId: quote.unitId });
  const limits = await findRoleLimits(db, { role: staff.roles[0] as StaffRole });
  const template = newest ? templateOf(newest) : null;
  const { timeZone } = quote.company;
  const lines = newest?.lines ?? asked.map((line) => ({ ...line, unitPrice: line.targetPrice ?? '0' }));
  const wordsOf = await configurationsIn(db, { lines, locale });
  const measured = await priceOffer(db, {
    quote,
    currency: quote.currency,
    locale: company?.locale ?? 'en',
    shipTo: quote.shipTo ?? company?.unitAddress ?? null,
    lines,
    freightMinor: null,
    limits,
    at,
  });
  const facts = measured.ok ? measured.value.facts : [];
  const paid = await readPaidPrices(db, {
    companyId: quote.companyId,
    variantIds: lines.map(({ variantId }) => variantId),
    currency: quote.currency,
    since: new Date(at.getTime() - paidDays * day),
    at,
  });
  return {
    id: quote.id,
    number: quote.number,
    company: quote.company.name,
    reference: quote.reference,
    notes: quote.notes,
    wishes: quote.wishes,
    counterMessage: counter?.message ?? '',
    isLead: company === null,
    comments: commentViews(comments, said),
    internalNotes: commentViews(notes, said),
    files: fileViews(files, people, { locale, timeZone: storeTimeZone }),
    status: statusAt(quote, at),
    version: quote.version,
    template: {
      times: template ? String(template.times) : '',
      day: template ? dayIn(lastMoment(template.until), timeZone) : '',
    },
    repeatOrders: templateView(template, {
      ...{ orders, people, formats, timeZone, at },
      orderPages: '/sales/purchase-orders',
    }),
    validDay: dayIn(new Date(at.getTime() + defaultValidityDays * day), storeTimeZone),
    limits:
      limits.discountPercent && limits.marginFloorPercent
        ? {
            discount: toDecimalString(limits.discountPercent, 1),
            margin: toDecimalString(limits.marginFloorPercent, 1),
          }
        : null,
    lines: lines.map((line) => {
      const fact = facts.find((each) => each.line === line.line);
      const countered = counter?.lines.find((each) => each.line === line.line);
      const wanted = countered?.unitPrice ?? asked.find((each) => each.line === line.line)?.targetPrice;
      const isMeasured = newest !== undefined || Boolean(wanted);
      return {
        line: line.line,
        sku: line.sku,
        title: line.title,
        configuration: wordsOf(line),
        quantity: toDecimalString(toExact(line.quantity), 6),
        wanted: price(wanted),
        wantedOn: countered?.wantedOn ?? asked.find((each) => each.line === line.line)?.wantedOn ?? '',
        note: countered?.note || asked.find((each) => each.line === line.line)?.note || '',
        offered: newest ? price(line.unitPrice) : '',
        start: price(newest ? line.unitPrice : (wanted ?? fact?.todayPrice)),
        today: price(fact?.todayPrice),
        publicPrice: price(fact?.publicPrice),
        cost: price(fact?.unitCost),
        ...paidView(paid.get(line.variantId), locale),
        discount: isMeasured ? percent(fact?.discountPercent) : '',
        margin: isMeasured ? percent(fact?.marginPercent) : '',
      };
    }),
  };
}
