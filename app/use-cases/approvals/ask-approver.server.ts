import type { Deps } from '#app/deps.server.ts';
import type { DocumentKind } from '#app/domain/approvals/rules.ts';
import { type Locale, defaultLocale, isLocale, localePath, locales } from '#app/domain/i18n/locales.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { money } from '#app/domain/money/money.ts';
import { translator } from '#app/messages/translate.server.ts';
import { newToken } from '#app/integrations/auth/tokens.server.ts';
import { countApproverMail, listWaitingFor, markTold } from '#db/queries/approver-mails.server.ts';
import { addOneTimeToken } from '#db/queries/one-time-tokens.server.ts';
import { namePersons } from '#db/queries/directory.server.ts';
import { queueEmail } from '../mail/queue-email.server';

const mailsPerHour = 4;
const mostInOneMail = 50;
/** As long as a document may be blocked; what waits longer is reminded of, with a link of its own. */
const linkDays = 14;

/** Writes to someone about everything that newly waits for them, in one mail. The first few of an hour go out at once;
 *  what comes after gathers until the hour is over. Nothing new: nothing is sent. */
export async function askApprover(
  { db, now, settings }: Pick<Deps, 'db' | 'now' | 'settings'>,
  p: { personId: string },
): Promise<void> {
  const at = now();
  await db.transaction(async (tx) => {
    const waiting = await listWaitingFor(tx, { personId: p.personId, untold: true, limit: mostInOneMail });
    const person = (await namePersons(tx, { ids: [p.personId] })).get(p.personId);
    if (waiting.length === 0 || !person?.email) return;
    if (!(await countApproverMail(tx, { personId: p.personId, at, perHour: mailsPerHour }))) return;
    const locale = isLocale(person.locale) ? person.locale : defaultLocale;
    const links = await Promise.all(
      waiting.map(async ({ kind, documentId, companySlug }) => {
        if (kind !== 'purchase_order')
          return settings.origin + localePath(pageOf(kind, documentId, companySlug), locale);
        const { token, tokenHash } = newToken();
        await addOneTimeToken(tx, {
          tokenHash,
          purpose: 'approval_link',
          personId: person.id,
          payload: { purchaseOrderId: documentId },
          expiresAt: new Date(at.getTime() + linkDays * 86_400_000),
          createdAt: at,
        });
        return settings.origin + localePath(`/decide/${token}`, locale);
      }),
    );
    const { formats } = locales[locale];
    const isForStaff = waiting.every(({ kind }) => kind !== 'purchase_order');
    await queueEmail(tx, {
      key: `approver:${person.id}:${at.getTime()}:${waiting.map(({ caseId }) => caseId.slice(-6)).join('')}`.slice(
        0,
        250,
      ),
      template: 'approvals-waiting',
      to: person.email,
      locale,
      at,
      props: {
        name: person.name,
        items: waiting.map((each, index) => ({
          number: each.number ?? mailWord(locale, each.kind),
          place: [each.company, each.unit].filter(Boolean).join(', '),
          total:
            each.totalMinor === null || each.currency === null
              ? ''
              : formatMoney(money(each.totalMinor, each.currency), formats),
          isReminder: each.isReminder,
          url: links[index] ?? '',
        })),
        inboxUrl: settings.origin + localePath(isForStaff ? '/sales' : '/company/approvals', locale),
      },
    });
    await markTold(tx, { personId: person.id, caseIds: waiting.map(({ caseId }) => caseId), at });
  });
}

/** Where a document of the store's own is decided: its people are signed in there anyway. */
function pageOf(kind: DocumentKind, id: string, companySlug: string | null): string {
  if (kind === 'quote') return `/sales/quotes/${id}`;
  if (kind === 'credit' && companySlug) return `/sales/companies/${companySlug}/account`;
  return '/sales';
}

const mailWord = (locale: Locale, kind: DocumentKind): string =>
  translator(locale, 'emails')(kind === 'credit' ? 'approvalsCredit' : 'approvalsDocument');
