import { createHash } from 'node:crypto';
import type { Adapter, DatabaseSession } from 'lucia';

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Lucia keeps session ids as they are in the cookie; a copy of the table would then open every account. This stands
 *  between it and the table: the table holds hashes, lucia sees tokens. */
export function hashedSessionIds(table: Adapter): Adapter {
  return {
    async getSessionAndUser(token) {
      const [session, user] = await table.getSessionAndUser(hashToken(token));
      return [session && { ...session, id: token }, user];
    },
    getUserSessions: (userId): Promise<DatabaseSession[]> => table.getUserSessions(userId),
    setSession: (session) => table.setSession({ ...session, id: hashToken(session.id) }),
    updateSessionExpiration: (token, expiresAt) => table.updateSessionExpiration(hashToken(token), expiresAt),
    deleteSession: (token) => table.deleteSession(hashToken(token)),
    deleteUserSessions: (userId) => table.deleteUserSessions(userId),
    deleteExpiredSessions: () => table.deleteExpiredSessions(),
  };
}
