import type { Deps } from '#app/deps.server.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { deleteLeftovers } from '#db/queries/leftovers.server.ts';

/** How long what has served its purpose is kept, in days. A link that is over says so for a while rather than that it is
 *  unknown; an API's writer may repeat a call for a week. */
export const keptDays = { preview: 30, link: 30, answer: 7 } as const;

const day = 86_400_000;

/** Takes away what nobody will ask for any more. Orders, documents, trails and mails are never touched by it. */
export async function sweepLeftovers({ db, now, settings }: Deps): Promise<void> {
  const before = (days: number) => new Date(now().getTime() - days * day);
  // Sessions, attempts and a machine's calls are timed by the wall's clock.
  const wall = Date.now();
  await deleteLeftovers(db, {
    previewsBefore: before(keptDays.preview),
    linksBefore: before(keptDays.link),
    answersBefore: new Date(wall - keptDays.answer * day),
    countsBefore: new Date(wall),
  });
  await sessionStore(db, settings).deleteExpired();
}
