import type { Deps } from '#app/deps.server.ts';
import { normalEmail } from '#app/domain/identity/email-address.ts';
import { isLocale, localePath } from '#app/domain/i18n/locales.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newToken } from '#app/integrations/auth/tokens.server.ts';
import { type RateLimit, countAttempt } from '#app/integrations/rate-limits.server.ts';
import { queueEmail } from '#app/use-cases/mail/queue-email.server.ts';
import { addOneTimeToken } from '#db/queries/one-time-tokens.server.ts';
import { findCredentialsByEmail } from '#db/queries/persons.server.ts';

/** Mails to one address, and asked for from one address. */
export const mailLinkLimits = {
  recipient: { name: 'mail-link-recipient', points: 5, seconds: 60 * 60 },
  address: { name: 'mail-link-address', points: 100, seconds: 60 * 60 },
} as const satisfies Record<string, RateLimit>;

const hour = 3_600_000;

/** Sends a link that proves the address and opens the account; whoever has one already is told so in the mail. The
 *  answer says nothing about that, and both ways do the same work. */
export async function requestRegistration(
  { db, now, settings }: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: { name: string; email: string; locale: string; next: string; clientIp: string },
): Promise<Outcome<null, 'rate_limited'>> {
  const email = normalEmail(input.email);
  const refusal = await mayMail(db, email, input.clientIp);
  if (refusal) return refusal;
  const at = now();
  const { token, tokenHash } = newToken();
  const link = (path: string) => settings.origin + localePath(path, isLocale(input.locale) ? input.locale : 'en');
  await db.transaction(async (tx) => {
    const person = await findCredentialsByEmail(tx, { email });
    const hasAccount = Boolean(person?.passwordHash);
    await addOneTimeToken(tx, {
      tokenHash,
      purpose: hasAccount ? 'reset_password' : 'register',
      personId: person?.id ?? null,
      payload: hasAccount ? {} : { email, name: input.name, locale: input.locale, next: input.next },
      expiresAt: new Date(at.getTime() + 24 * hour),
      createdAt: at,
    });
    const mail = { key: `registration:${tokenHash}`, to: email, locale: input.locale, at };
    if (hasAccount) {
      const props = {
        name: person?.name ?? '',
        signInUrl: link('/sign-in'),
        resetUrl: link(`/reset-password/${token}`),
      };
      await queueEmail(tx, { ...mail, template: 'account-exists', props });
    } else {
      const props = { name: input.name, confirmUrl: link(`/register/${token}`) };
      await queueEmail(tx, { ...mail, template: 'confirm-registration', props });
    }
  });
  return ok(null);
}

export async function mayMail(db: Deps['db'], email: string, clientIp: string) {
  for (const [limit, subject] of [
    [mailLinkLimits.address, clientIp],
    [mailLinkLimits.recipient, email],
  ] as const) {
    const verdict = await countAttempt(db, limit, subject);
    if (!verdict.allowed) return refused('rate_limited');
  }
  return null;
}
