import { z } from 'zod';

/** All mails, by name, with the plain values each is made of (already formatted). Templates: app/emails/<name>.tsx. */
export const emailProps = {
  'account-exists': z.object({ name: z.string(), signInUrl: z.string(), resetUrl: z.string() }),
  'confirm-registration': z.object({ name: z.string(), confirmUrl: z.string() }),
  'no-account': z.object({ confirmUrl: z.string() }),
  'reset-password': z.object({ name: z.string(), resetUrl: z.string() }),
  welcome: z.object({ name: z.string(), shopUrl: z.string() }),
} satisfies Record<string, z.ZodType>;

export type EmailName = keyof typeof emailProps;
export type EmailProps<N extends EmailName> = z.infer<(typeof emailProps)[N]>;
