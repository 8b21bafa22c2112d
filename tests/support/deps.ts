import type { Deps } from '#app/deps.server.ts';
import type { Db } from '#db/client.server.ts';

/** What a use case is given, with a clock that tests move. */
export function testDeps(db: Db, p: { at?: string; mode?: 'demo' | 'production' } = {}) {
  let at = new Date(p.at ?? '2026-11-22T09:00:00Z');
  const deps: Deps = {
    db,
    now: () => new Date(at),
    settings: {
      mode: p.mode ?? 'demo',
      origin: 'http://localhost:3000',
      secret: 'a secret that is long enough for tests',
    },
  } as Deps;
  return {
    deps,
    moveTo: (instant: string) => {
      at = new Date(instant);
    },
  };
}
