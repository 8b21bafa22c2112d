import type { Deps } from '#app/deps.server.ts';
import type { MemberActor } from '#app/domain/access/actor.ts';
import type { CompanyRole } from '#app/domain/access/roles.ts';
import { isLocale, localePath } from '#app/domain/i18n/locales.ts';
import { normalEmail } from '#app/domain/identity/email-address.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newToken } from '#app/integrations/auth/tokens.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { queueEmail } from '#app/use-cases/mail/queue-email.server.ts';
import { findMemberRecord } from '#db/queries/company-record.server.ts';
import { replaceRoles, saveMembers } from '#db/queries/company-writes.server.ts';
import { addOneTimeToken } from '#db/queries/one-time-tokens.server.ts';
import { findCredentials, personOfEmail } from '#db/queries/persons.server.ts';
import { administer } from './administer.server';

const twoWeeks = 14 * 24 * 3_600_000;

export type Invitation = {
  actor: MemberActor;
  email: string;
  name: string;
  unitId: string;
  roles: CompanyRole[];
};

/** Asks someone by mail to join; their roles count from the moment they accept. Asked again, a new link is sent. */
export function inviteMember(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: Invitation,
): Promise<Outcome<{ memberId: string }, 'not_found' | 'forbidden' | 'already_member'>> {
  return administer(deps, input.actor, async ({ tx, settings, company, units, at, may, record }) => {
    if (!units.some(({ id }) => id === input.unitId)) return refused('not_found');
    if (!may('manage_people', input.unitId)) return refused('forbidden');
    const email = normalEmail(input.email);
    const made = newId(at.getTime());
    const { id: personId } = await personOfEmail(tx, {
      email,
      newId: made,
      name: input.name,
      locale: company.locale,
      at,
    });
    const before = await findMemberRecord(tx, { companyId: company.id, personId });
    if (before?.status === 'active') return refused('already_member');
    const memberId = before?.id ?? newId(at.getTime());
    await saveMembers(tx, {
      companyId: company.id,
      members: [
        {
          id: memberId,
          personId,
          status: 'invited',
          managerId: before?.managerId ?? null,
          spendingLimitMinor: before?.spendingLimitMinor ?? null,
          createdAt: at,
          deactivatedAt: null,
        },
      ],
    });
    const roles = input.roles.map((role) => ({ memberId, unitId: input.unitId, role }));
    await replaceRoles(tx, { memberIds: [memberId], roles });
    const { token, tokenHash } = newToken();
    await addOneTimeToken(tx, {
      tokenHash,
      purpose: 'invitation',
      personId,
      payload: { memberId },
      expiresAt: new Date(at.getTime() + twoWeeks),
      createdAt: at,
    });
    const { locale, name } = (await findCredentials(tx, { id: personId })) ?? { locale: 'en', name: input.name };
    const path = localePath(`/invitations/${token}`, isLocale(locale) ? locale : 'en');
    await queueEmail(tx, {
      key: `invitation:${tokenHash}`,
      template: 'invitation',
      to: email,
      locale,
      props: { name, company: company.name, acceptUrl: settings.origin + path },
      at,
    });
    await record('member.invited', memberId);
    return ok({ memberId });
  });
}
