import type { AppLoadContext } from '@remix-run/node';
import { formatDay, formatInstant } from '#app/domain/i18n/format-date.ts';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import { money } from '#app/domain/money/money.ts';
import { translator } from '#app/messages/translate.server.ts';
import { findPortfolioCompany } from '#db/queries/company-portfolio.server.ts';
import { listCreditEntries, readCredit } from '#db/queries/credit.server.ts';
import { listEventsOf } from '#db/queries/events.server.ts';
import { listCreditLimitChanges } from '#db/queries/credit-limits.server.ts';
import { listTransfers, sumUnused } from '#db/queries/transfers.server.ts';
import { localeOf } from './locale.server';
import { notFound, requireStaff } from './require-actor.server';
import { openStatement, statementRow } from './statement.server';

/** The company whose account one of our own people may see; `set_credit` to change anything of it. */
export async function accountOf(
  request: Request,
  context: AppLoadContext,
  slug: string | undefined,
  permission: 'see_companies' | 'set_credit' | 'propose_credit' | 'approve_companies',
) {
  const { actor, scope } = await requireStaff(request, context, permission);
  const company = await findPortfolioCompany(context.deps.db, { scope, slug: slug ?? '' });
  if (!company) throw notFound();
  return { company, scope, actor, by: { personId: actor.person, via: actor.via } };
}

/** What a company owes and may still order on terms, what it paid, and everything that changed that. */
export async function accountView(
  request: Request,
  { deps }: AppLoadContext,
  p: Awaited<ReturnType<typeof accountOf>>,
) {
  const { company, scope, actor } = p;
  const { db, now } = deps;
  const at = now();
  const locale = localeOf(request);
  const { formats } = locales[locale];
  const t = translator(locale, 'statement');
  const [credit, open, transfers, unused, entries, events, limits] = await Promise.all([
    readCredit(db, { companyId: company.id }),
    openStatement(db, { scope, companyId: company.id, currency: company.currency, at }),
    listTransfers(db, { companyId: company.id, limit: 20 }),
    sumUnused(db, { companyId: company.id }),
    listCreditEntries(db, { companyId: company.id, limit: 50 }),
    listEventsOf(db, { subjectId: company.id, companyId: company.id }),
    listCreditLimitChanges(db, { companyId: company.id, limit: 20 }),
  ]);
  if (!credit) throw notFound();
  const amount = (minor: bigint) => money(minor, company.currency);
  const holds = events.flatMap((event) =>
    event.type === 'company.credit_held' || event.type === 'company.credit_hold_lifted'
      ? [
          {
            id: `${event.type}:${event.at.toISOString()}`,
            at: event.at,
            text: t(event.type === 'company.credit_held' ? 'entry_held' : 'entry_lifted'),
            reason: typeof event.data.reason === 'string' ? event.data.reason : '',
            amount: null,
          },
        ]
      : [],
  );
  const waiting = limits.find(({ status }) => status === 'waiting');
  const decided = limits
    .filter(({ status }) => status !== 'waiting')
    .map((change) => ({
      id: change.id,
      at: change.closedAt ?? change.createdAt,
      text: t(`limit_${change.status}`, { name: change.proposedByName }),
      reason: [change.reason, change.answer].filter(Boolean).join(' · '),
      amount: change.limitMinor === null ? null : amount(change.limitMinor),
    }));
  const history = [
    ...holds,
    ...decided,
    ...entries.map((entry) => ({
      id: entry.id,
      at: entry.at,
      text: t(`entry_${entry.kind}`),
      reason: releaseReason(entry.reason, locale),
      amount: amount(entry.amountMinor),
    })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  return {
    company: { name: company.name, slug: company.slug, currency: company.currency },
    holdReason: credit.holdReason,
    waitingLimit: waiting
      ? {
          id: waiting.id,
          limit: waiting.limitMinor === null ? null : amount(waiting.limitMinor),
          reason: waiting.reason,
          by: waiting.proposedByName,
          isOwn: waiting.proposedBy === actor.person,
        }
      : null,
    credit: {
      limit: credit.limitMinor === null ? null : amount(credit.limitMinor),
      open: amount(credit.openMinor),
      reserved: amount(credit.reservedMinor),
      available:
        credit.limitMinor === null ? null : amount(credit.limitMinor - credit.openMinor - credit.reservedMinor),
    },
    unused: amount(unused),
    mayUse: unused > 0n,
    bands: open.bands,
    total: open.total,
    rows: open.rows.map((invoice) => {
      const { issuedAt, dueOn, ...row } = statementRow(invoice, at);
      return {
        ...row,
        issuedText: formatDay(issuedAt, formats, storeTimeZone),
        dueText: dueOn ? formatDay(new Date(`${dueOn}T12:00:00Z`), formats, 'UTC') : '',
      };
    }),
    transfers: transfers.map((transfer) => ({
      id: transfer.id,
      reference: transfer.reference,
      dayText: formatDay(transfer.at, formats, storeTimeZone),
      amount: money(transfer.amountMinor, transfer.currency),
      left: money(transfer.amountMinor - transfer.usedMinor, transfer.currency),
    })),
    history: history.map(({ at: instant, ...entry }) => ({
      ...entry,
      dayText: formatInstant(instant, formats, storeTimeZone),
    })),
  };
}

/** Why credit was given free, in words where it is the state the purchase order came to. */
function releaseReason(reason: string, locale: Locale): string {
  const t = translator(locale, 'purchaseOrders');
  switch (reason) {
    case 'changes_requested':
    case 'rejected':
    case 'cancelled':
    case 'expired':
    case 'failed':
      return t(`status_${reason}`);
    case 'changed':
      return t('status_draft');
    default:
      return reason;
  }
}
