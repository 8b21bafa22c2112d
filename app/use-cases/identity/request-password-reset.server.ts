import type { Deps } from '#app/deps.server.ts';
import { normalEmail } from '#app/domain/identity/email-address.ts';
import { isLocale, localePath } from '#app/domain/i18n/locales.ts';
import { type Outcome, ok } from '#app/domain/outcome.ts';
import { newToken } from '#app/integrations/auth/tokens.server.ts';
import { queueEmail } from '#app/use-cases/mail/queue-email.server.ts';
import { addOneTimeToken } from '#db/queries/one-time-tokens.server.ts';
import { findCredentialsByEmail } from '#db/queries/persons.server.ts';
import { mayMail } from './request-registration.server';

const twoHours = 2 * 3_600_000;

/** Sends a link to choose a new password. An address without an account gets a mail that says so: whoever asks learns
 *  nothing from the page, nor from its time. */
export async function requestPasswordReset(
  { db, now, settings }: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: { email: string; locale: string; clientIp: string },
): Promise<Outcome<null, 'rate_limited'>> {
  const email = normalEmail(input.email);
  const refusal = await mayMail(db, email, input.clientIp);
  if (refusal) return refusal;
  const at = now();
  const { token, tokenHash } = newToken();
  const link = (path: string) => settings.origin + localePath(path, isLocale(input.locale) ? input.locale : 'en');
  await db.transaction(async (tx) => {
    const person = await findCredentialsByEmail(tx, { email });
    await addOneTimeToken(tx, {
      tokenHash,
      purpose: person ? 'reset_password' : 'register',
      personId: person?.id ?? null,
      payload: person ? {} : { email, name: '', locale: input.locale, next: '/account' },
      expiresAt: new Date(at.getTime() + twoHours),
      createdAt: at,
    });
    const mail = { key: `reset:${tokenHash}`, to: email, locale: input.locale, at };
    if (person) {
      const props = { name: person.name, resetUrl: link(`/reset-password/${token}`) };
      await queueEmail(tx, { ...mail, template: 'reset-password', props });
    } else {
      await queueEmail(tx, { ...mail, template: 'no-account', props: { confirmUrl: link(`/register/${token}`) } });
    }
  });
  return ok(null);
}
