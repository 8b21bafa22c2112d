import type { Settings } from '#app/deps.server.ts';
import type { PersonId } from '#app/domain/access/ids.ts';
import { formatDay } from '#app/domain/i18n/format-date.ts';
import { isLocale, locales } from '#app/domain/i18n/locales.ts';
import type { Tx } from '#db/client.server.ts';
import { namePersons } from '#db/queries/directory.server.ts';
import type { ListInScope, RevisionWithMakers } from '#db/queries/price-revisions.server.ts';
import { queueEmail } from '../mail/queue-email.server';

type About = { list: ListInScope; revision: RevisionWithMakers; at: Date; settings: Settings };
/** A list waits for few sellers; more than these are told by their inbox. */
const mostReviewers = 25;

const storeTimeZone = 'Europe/Berlin';

const urlOf = ({ list, revision, settings }: About) =>
  `${settings.origin}/sales/price-lists/${encodeURIComponent(list.code)}/revisions/${revision.number}`;

const nameOf = (list: ListInScope) => [list.company?.name, list.name].filter(Boolean).join(': ');

/** Everyone who may decide, once per submission. */
export async function mailReviewers(
  tx: Tx,
  p: About & { people: readonly PersonId[]; by: PersonId | null },
): Promise<void> {
  const people = [...new Set(p.people)].slice(0, mostReviewers);
  const named = await namePersons(tx, { ids: [...people, ...(p.by ? [p.by] : [])] });
  for (const id of people) {
    const person = named.get(id);
    if (!person?.email) continue;
    await queueEmail(tx, {
      key: `price-list:${p.revision.id}:${p.revision.version}:submitted:${id}`,
      template: 'price-list-submitted',
      to: person.email,
      locale: person.locale,
      at: p.at,
      props: {
        name: person.name,
        list: nameOf(p.list),
        revision: p.revision.number,
        author: (p.by && named.get(p.by)?.name) || '',
        startsOn: dayOf(p.revision.startsAt, p.list, person.locale),
        note: p.revision.note,
        url: urlOf(p),
      },
    });
  }
}

/** Everyone who made it, once per decision. */
export async function mailMakers(
  tx: Tx,
  p: About & { by: PersonId; decision: 'approved' | 'returned'; reason: string | null; effectiveAt: Date | null },
): Promise<void> {
  const named = await namePersons(tx, { ids: [...p.revision.makers, p.by] });
  for (const id of p.revision.makers) {
    const person = named.get(id);
    if (!person?.email) continue;
    const shared = {
      name: person.name,
      list: nameOf(p.list),
      revision: p.revision.number,
      by: named.get(p.by)?.name ?? '',
      url: urlOf(p),
    };
    const key = `price-list:${p.revision.id}:${p.revision.version}:${p.decision}:${id}`;
    const to = { key, to: person.email, locale: person.locale, at: p.at };
    if (p.decision === 'approved') {
      const startsOn = dayOf(p.effectiveAt ?? p.at, p.list, person.locale);
      await queueEmail(tx, { ...to, template: 'price-list-approved', props: { ...shared, startsOn } });
    } else {
      await queueEmail(tx, { ...to, template: 'price-list-returned', props: { ...shared, reason: p.reason ?? '' } });
    }
  }
}

/** Dates mean midnight where the company is, else where the store is. */
function dayOf(instant: Date, list: ListInScope, locale: string): string {
  const { formats } = locales[isLocale(locale) ? locale : 'en'];
  return formatDay(instant, formats, list.company?.timeZone ?? storeTimeZone);
}
