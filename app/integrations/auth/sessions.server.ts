import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia, TimeSpan } from 'lucia';
import type { DbOrTx } from '#db/client.server.ts';
import {
  deleteOtherSessions,
  deleteSessionById,
  endSessionsAsMember,
  listSessions,
  setBuyingAs,
} from '#db/queries/sessions.server.ts';
import { persons, sessions } from '#db/schema/identity.ts';
import { hashToken, hashedSessionIds } from './hashed-session-ids.server';

type SessionAttributes = {
  assurance: number;
  buyingAsUnitId: string | null;
  actingForMemberId: string | null;
  userAgent: string;
  createdAt: Date;
};

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof makeLucia>;
    UserId: string;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: { email: string | null; deletedAt: Date | null };
  }
}

/** 1 after the password, 2 after a second factor. */
export type Assurance = 1 | 2;

export type Session = {
  /** The hash under which it is stored: names it in lists, opens nothing. */
  readonly id: string;
  readonly personId: string;
  readonly assurance: Assurance;
  readonly buyingAsUnitId: string | null;
  readonly actingForMemberId: string | null;
  readonly createdAt: Date;
  /** Its life was just extended: the cookie has to be set again. */
  readonly wasRenewed: boolean;
};

export type BuyingAsChoice = { unitId: string | null; actingForMemberId: string | null };

/** Everything the shop does with sessions, on wall time. Behind it stands lucia; nothing else knows. */
export type SessionStore = {
  create(p: {
    personId: string;
    assurance: Assurance;
    userAgent: string;
    buyingAsUnitId?: string | null;
  }): Promise<string>;
  /** Null when the token is unknown, over or its person is gone. */
  validate(token: string): Promise<Session | null>;
  /** The same session under a new token, when what it may do has grown; the old token is dead. Null when it was. */
  rotate(token: string, changes?: Partial<Pick<Session, 'assurance'>>): Promise<string | null>;
  revoke(token: string): Promise<void>;
  revokeById(p: { personId: string; id: string }): Promise<boolean>;
  revokeAll(personId: string, except?: { token: string }): Promise<void>;
  /** Ends those that buy as this company, or act for this member of it. */
  revokeAsMember(p: { personId: string; companyId: string; memberId: string }): Promise<void>;
  list(personId: string): Promise<{ id: string; userAgent: string; createdAt: Date; expiresAt: Date }[]>;
  buyAs(p: { id: string } & BuyingAsChoice): Promise<void>;
  deleteExpired(): Promise<void>;
  tokenOf(cookieHeader: string | null): string | null;
  cookie(token: string): string;
  blankCookie(): string;
};

const days = 30;

function makeLucia(db: DbOrTx, isSecure: boolean) {
  return new Lucia(hashedSessionIds(new DrizzlePostgreSQLAdapter(db as never, sessions as never, persons as never)), {
    sessionExpiresIn: new TimeSpan(days, 'd'),
    sessionCookie: {
      // a browser takes __Host- only over https, and then from this host alone
      name: isSecure ? '__Host-session' : 'session',
      attributes: { secure: isSecure, sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: (attributes) => ({ ...attributes }),
    getUserAttributes: ({ deletedAt }) => ({ deletedAt }),
  });
}

/** Over a transaction, what it does commits with the rest. */
export function sessionStore(db: DbOrTx, settings: { origin: string }): SessionStore {
  const lucia = makeLucia(db, settings.origin.startsWith('https:'));
  return {
    async create({ personId, assurance, userAgent, buyingAsUnitId = null }) {
      const session = await lucia.createSession(personId, {
        assurance,
        userAgent: userAgent.slice(0, 300),
        buyingAsUnitId,
        actingForMemberId: null,
        createdAt: new Date(),
      });
      return session.id;
    },
    async validate(token) {
      const { session, user } = await lucia.validateSession(token);
      if (!session || user.deletedAt) return null;
      return {
        id: hashToken(session.id),
        personId: session.userId,
        assurance: session.assurance === 2 ? 2 : 1,
        buyingAsUnitId: session.buyingAsUnitId,
        actingForMemberId: session.actingForMemberId,
        createdAt: session.createdAt,
        wasRenewed: session.fresh,
      };
    },
    async rotate(token, changes = {}) {
      const { session } = await lucia.validateSession(token);
      if (!session) return null;
      const { assurance, buyingAsUnitId, actingForMemberId, userAgent } = session;
      const createdAt = new Date();
      const before = { assurance, buyingAsUnitId, actingForMemberId, userAgent, createdAt };
      const next = await lucia.createSession(session.userId, { ...before, ...changes });
      await lucia.invalidateSession(token);
      return next.id;
    },
    revoke: (token) => lucia.invalidateSession(token),
    revokeById: (p) => deleteSessionById(db, p),
    revokeAll: (personId, except) =>
      except
        ? deleteOtherSessions(db, { personId, keepId: hashToken(except.token) })
        : lucia.invalidateUserSessions(personId),
    revokeAsMember: (p) => endSessionsAsMember(db, p),
    list: (personId) => listSessions(db, { personId, at: new Date() }),
    buyAs: (p) => setBuyingAs(db, p),
    deleteExpired: () => lucia.deleteExpiredSessions(),
    tokenOf: (header) => lucia.readSessionCookie(header ?? ''),
    cookie: (token) => lucia.createSessionCookie(token).serialize(),
    blankCookie: () => lucia.createBlankSessionCookie().serialize(),
  };
}
