import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { StaffRole } from '#app/domain/access/roles.ts';
import { type StaffChangeRefusal, whyStaffStays } from '#app/domain/access/staff-changes.ts';
import { normalEmail } from '#app/domain/identity/email-address.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockCompanies, lockStaff } from '#db/locks.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { findCredentialsByEmail } from '#db/queries/persons.server.ts';
import {
  listCompaniesOfRep,
  releaseCompaniesOf,
  revokeStoreKeysOf,
  setStaffRole,
  switchStaffOff,
} from '#db/queries/staff.server.ts';
import { openStaffAccount } from './open-staff-account.server';
import { requestPasswordReset } from './request-password-reset.server';

type Change = { actor: StaffActor; personId: string };

/** The verdict under the lock, by the roles as they are now, with whether the person works here at all. */
async function judge(tx: Tx, { actor, personId }: Change, to: StaffRole | null) {
  const people = await lockStaff(tx);
  const active = people.filter(({ isActive }) => isActive);
  const admins = active.filter(({ role }) => role === 'admin').map((one) => one.personId);
  const refusal = whyStaffStays({ actor: actor.person, person: personId, to, admins });
  return { refusal, isActive: active.some((one) => one.personId === personId) };
}

/** Gives someone who works here another role, from their next page on. */
export async function changeStaffRole(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  input: Change & { role: StaffRole },
): Promise<Outcome<null, StaffChangeRefusal | 'not_found'>> {
  const { actor, personId, role } = input;
  return db.transaction(async (tx) => {
    const { refusal, isActive } = await judge(tx, input, role);
    if (!isActive) return refused('not_found');
    if (refusal) return refused(refusal);
    await setStaffRole(tx, { personId, role });
    const by = { personId: actor.person, via: actor.via, at: now() };
    await recordEvent(tx, { type: 'staff.role_given', subjectId: personId, ...by, data: { role } });
    return ok(null);
  });
}

/** At once: no page of the store, no session, no key they made for the store; their companies are in every rep's
 *  portfolio until someone takes them over. As a shopper or a member they remain. */
export async function switchOffStaff(
  { db, now, settings }: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: Change,
): Promise<Outcome<null, StaffChangeRefusal | 'not_found'>> {
  const { actor, personId } = input;
  return db.transaction(async (tx) => {
    const { refusal, isActive } = await judge(tx, input, null);
    if (!isActive) return refused('not_found');
    if (refusal) return refused(refusal);
    const at = now();
    await lockCompanies(tx, { ids: await listCompaniesOfRep(tx, { personId }) });
    await releaseCompaniesOf(tx, { personId });
    await switchStaffOff(tx, { personId });
    await revokeStoreKeysOf(tx, { personId, at });
    await sessionStore(tx, settings).revokeAll(personId);
    await recordEvent(tx, {
      type: 'staff.switched_off',
      subjectId: personId,
      personId: actor.person,
      via: actor.via,
      at,
    });
    return ok(null);
  });
}

/** Lets someone work here, by their address: they are sent a link to choose a password unless they have one. */
export async function addStaff(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: { actor: StaffActor; email: string; name: string; role: StaffRole; locale: string; clientIp: string },
): Promise<Outcome<{ isMailed: boolean }, StaffChangeRefusal | 'already_staff' | 'rate_limited'>> {
  const { actor, name, role, locale, clientIp } = input;
  const email = normalEmail(input.email);
  const opened = await deps.db.transaction(
    async (tx): Promise<Outcome<{ hasPassword: boolean }, StaffChangeRefusal | 'already_staff'>> => {
      await lockStaff(tx);
      const known = await findCredentialsByEmail(tx, { email });
      const { refusal, isActive } = await judge(tx, { actor, personId: known?.id ?? '' }, role);
      if (refusal) return refused(refusal);
      if (isActive) return refused('already_staff');
      await openStaffAccount({ ...deps, db: tx }, { email, name, role, by: actor.person, via: actor.via });
      return ok({ hasPassword: Boolean(known?.passwordHash) });
    },
  );
  if (!opened.ok) return opened;
  if (opened.value.hasPassword) return ok({ isMailed: false });
  const mailed = await requestPasswordReset(deps, { email, locale, clientIp });
  return mailed.ok ? ok({ isMailed: true }) : mailed;
}
