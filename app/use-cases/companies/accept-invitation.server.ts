import * as z from 'zod';
import type { Deps } from '#app/deps.server.ts';
import { type PasswordFault, passwordFault } from '#app/domain/identity/password-rules.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { hashPassword } from '#app/integrations/auth/passwords.server.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { hashToken } from '#app/integrations/auth/tokens.server.ts';
import { judgeWaitingDocuments } from '#app/jobs/catalog.ts';
import { enqueue } from '#app/jobs/enqueue.server.ts';
import { lockCompanies } from '#db/locks.server.ts';
import { activateMember } from '#db/queries/company-writes.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { type InvitedMember, findFirstUnitOfMember, findInvitedMember } from '#db/queries/memberships.server.ts';
import { findOneTimeToken, takeOneTimeToken } from '#db/queries/one-time-tokens.server.ts';
import { changePerson, verifyPersonEmail } from '#db/queries/persons.server.ts';

const payload = z.object({ memberId: z.string() });

/** Whom the link invites, and to what. Null when it was used, is over, or the invitation was taken back. */
export async function findInvitation(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  input: { token: string },
): Promise<InvitedMember | null> {
  const found = await findOneTimeToken(db, { tokenHash: hashToken(input.token), purpose: 'invitation', at: now() });
  return found ? findInvitedMember(db, payload.parse(found.payload)) : null;
}

export type Accepted = {
  /** Signed in with it where the account was opened just now; who had one signs in with their own password. */
  token: string | null;
  personId: string;
};

/** Makes the member active. Whoever has no password yet chooses one: the link came to their own mailbox. */
export async function acceptInvitation(
  { db, now, settings }: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: { token: string; password: string | null; userAgent: string },
): Promise<Outcome<Accepted, 'link_over' | 'password_needed' | PasswordFault>> {
  const invited = await findInvitation({ db, now }, input);
  if (!invited) return refused('link_over');
  const opensAccount = !invited.hasPassword;
  if (opensAccount && input.password === null) return refused('password_needed');
  const fault = opensAccount ? passwordFault(input.password ?? '', invited.email) : null;
  if (fault) return refused(fault);
  const passwordHash = opensAccount ? await hashPassword(input.password ?? '') : null;
  const at = now();
  return db.transaction(async (tx) => {
    await lockCompanies(tx, { ids: [invited.companyId] });
    const taken = await takeOneTimeToken(tx, { tokenHash: hashToken(input.token), purpose: 'invitation', at });
    const { memberId, companyId, personId } = invited;
    if (!taken || !(await activateMember(tx, { companyId, memberId }))) return refused('link_over');
    if (passwordHash) await changePerson(tx, { id: personId, changes: { passwordHash } });
    await verifyPersonEmail(tx, { id: personId, at });
    await recordEvent(tx, { type: 'member.joined', subjectId: memberId, companyId, personId, via: 'mail', at });
    await enqueue(tx, judgeWaitingDocuments, { companyId });
    const buyingAsUnitId = await findFirstUnitOfMember(tx, { memberId });
    const { userAgent } = input;
    const token = passwordHash
      ? await sessionStore(tx, settings).create({ personId, assurance: 1, userAgent, buyingAsUnitId })
      : null;
    return ok({ token, personId });
  });
}
