import { z } from 'zod';

/** All mails, by name, with the plain values each is made of (already formatted). Templates: app/emails/<name>.tsx. */
export const emailProps = {
  welcome: z.object({ name: z.string(), shopUrl: z.string() }),
} satisfies Record<string, z.ZodType>;

export type EmailName = keyof typeof emailProps;
export type EmailProps<N extends EmailName> = z.infer<(typeof emailProps)[N]>;
