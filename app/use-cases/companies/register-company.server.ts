import type { Deps } from '#app/deps.server.ts';
import { type Market, marketOfCountry } from '#app/domain/checkout/markets.ts';
import { isLetInByRule } from '#app/domain/companies/admission.ts';
import { normalEmail } from '#app/domain/identity/email-address.ts';
import { isLocale, localePath } from '#app/domain/i18n/locales.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newToken } from '#app/integrations/auth/tokens.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { mayMail } from '#app/use-cases/identity/request-registration.server.ts';
import { queueEmail } from '#app/use-cases/mail/queue-email.server.ts';
import type { Tx } from '#db/client.server.ts';
import { addCompany, addUnits, hangUnits, replaceRoles, saveMembers } from '#db/queries/company-writes.server.ts';
import { listSlugsLike } from '#db/queries/company-record.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { addOneTimeToken } from '#db/queries/one-time-tokens.server.ts';
import { findCredentials, personOfEmail } from '#db/queries/persons.server.ts';
import { readSettings } from '#db/queries/settings.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { freeSlug } from './free-slug';

export type CompanyApplication = {
  companyName: string;
  vatNumber: string | null;
  country: string;
  /** Null: told later, with the first order. */
  place: { address: string; postalCode: string; city: string } | null;
  personName: string;
  email: string;
  locale: string;
  clientIp: string;
};

const week = 7 * 24 * 3_600_000;

/** Applies for a company account. Nobody acts as the company until one of our people, or the rule, has said yes; the mail
 *  lets the applicant open an account meanwhile, or tells them to use the one they have. */
export async function registerCompany(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: CompanyApplication,
): Promise<Outcome<{ companyId: string }, 'rate_limited'>> {
  const refusal = await mayMail(deps.db, normalEmail(input.email), input.clientIp);
  if (refusal) return refused('rate_limited');
  const { companyId } = await deps.db.transaction((tx) => registerWithin(deps, tx, input));
  return ok({ companyId });
}

export type Applied = { companyId: string; unitId: string; personId: string; market: Market };

/** The same beside other writes. Whether the address may be written to has been asked. */
export async function registerWithin(
  { now, settings }: Pick<Deps, 'now' | 'settings'>,
  tx: Tx,
  input: CompanyApplication,
): Promise<Applied> {
  const email = normalEmail(input.email);
  const at = now();
  const { token, tokenHash } = newToken();
  const { companyName: name, locale, vatNumber, country } = input;
  const { document: admission } = await readSettings(tx, { kind: 'companies' });
  const isIn = isLetInByRule(admission, { vatNumber });
  const market = marketOfCountry((await readShopRules(tx)).markets, country);
  const [companyId, unitId, memberId] = [newId(at.getTime()), newId(at.getTime()), newId(at.getTime())];
  const taken = new Set(await listSlugsLike(tx, { start: freeSlug(name, new Set()) }));
  await addCompany(tx, {
    id: companyId,
    slug: freeSlug(name, taken),
    name,
    status: isIn ? 'active' : 'pending',
    currency: market.currency,
    timeZone: market.timeZone,
    locale,
    vatNumber,
    createdAt: at,
  });
  const place = input.place && { name, ...input.place, country };
  await addUnits(tx, { units: [{ id: unitId, companyId, slug: 'hq', name, address: place, createdAt: at }] });
  await hangUnits(tx, { places: [{ unitId, parentId: null }], at });
  const { id: personId } = await personOfEmail(tx, {
    email,
    newId: newId(at.getTime()),
    name: input.personName,
    locale,
    at,
  });
  await saveMembers(tx, { companyId, members: [{ id: memberId, personId, status: 'active', createdAt: at }] });
  const roles = (['admin', 'buyer'] as const).map((role) => ({ memberId, unitId, role }));
  await replaceRoles(tx, { memberIds: [memberId], roles });
  const link = (path: string) => settings.origin + localePath(path, isLocale(locale) ? locale : 'en');
  const hasAccount = Boolean((await findCredentials(tx, { id: personId }))?.passwordHash);
  await addOneTimeToken(tx, {
    tokenHash,
    purpose: 'register',
    personId,
    payload: { email, name: input.personName, locale, next: '/account' },
    expiresAt: new Date(at.getTime() + week),
    createdAt: at,
  });
  await queueEmail(tx, {
    key: `company:${companyId}:received`,
    template: isIn ? 'company-approved' : 'company-received',
    to: email,
    locale,
    props: { name: input.personName, company: name, actionUrl: link(hasAccount ? '/sign-in' : `/register/${token}`) },
    at,
  });
  const about = { subjectId: companyId, companyId, at };
  await recordEvent(tx, { ...about, type: 'company.applied', personId, via: 'page' });
  if (isIn) await recordEvent(tx, { ...about, type: 'company.approved', personId: null, via: 'rule' });
  return { companyId, unitId, personId, market };
}
