import { hash, verify } from '@node-rs/argon2';

/** argon2id is the library's default. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost);

/** The hash of a password nobody has: whoever has no account costs the same time as whoever has one. */
const nobody = hashPassword('nobody has this password');

/** False without a hash, after the same work. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? (await nobody), password.normalize('NFKC'));
  return passwordHash !== null && isRight;
}
