import type { AppLoadContext } from '@remix-run/node';
import type { Deps } from '#app/deps.server.ts';
import { buyingAsValue } from '#app/http/buying-as.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { findCredentialsByEmail, verifyPersonEmail } from '#db/queries/persons.server.ts';

export type Browser = {
  /** What its forms say they were made for. */
  buyingAs: string;
  /** What a loader or an action is called with. */
  ask(path: string, init?: RequestInit): { request: Request; context: AppLoadContext };
};

/** A visitor's browser. */
export const visiting = (deps: Deps, cookie = '', buyingAs = 'consumer'): Browser => ({
  buyingAs,
  ask: (path, init = {}) => ({
    request: new Request(`${deps.settings.origin}${path}`, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), Cookie: cookie },
    }),
    context: { deps, nonce: 'n', requestId: 'r', clientIp: '127.0.0.1', onFault: () => {} } as AppLoadContext,
  }),
});

/** The browser of somebody who signed in, and buys for this unit where one is named. */
export async function browserOf(
  deps: Deps,
  p: { email: string; unitId?: string | null; assurance?: 1 | 2 },
): Promise<Browser> {
  const person = await findCredentialsByEmail(deps.db, { email: p.email });
  if (!person) throw new Error(`nobody has ${p.email}`);
  // whoever gets in has proven the address
  await deps.db.transaction((tx) => verifyPersonEmail(tx, { id: person.id, at: deps.now() }));
  const store = sessionStore(deps.db, deps.settings);
  const token = await store.create({
    personId: person.id,
    assurance: p.assurance ?? 1,
    userAgent: 'test',
    buyingAsUnitId: p.unitId ?? null,
  });
  const browser = visiting(deps, store.cookie(token).split(';')[0]);
  const { request, context } = browser.ask('/');
  return { ...browser, buyingAs: buyingAsValue(await viewerOf(request, context)) };
}
