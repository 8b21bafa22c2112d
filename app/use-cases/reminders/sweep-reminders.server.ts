import type { Deps } from '#app/deps.server.ts';
import { remindOfCart } from '#app/jobs/catalog.ts';
import { enqueueAll } from '#app/jobs/enqueue.server.ts';
import { type CartDue, listCartsDue } from '#db/queries/reminders.server.ts';

const batch = 500;

/** A job for every cart whose moment has come, and nothing for the others: the due date is indexed. A cart that is due
 *  already has its job, and keeps it. */
export async function sweepReminders({ db, now }: Deps): Promise<void> {
  const at = now();
  let after: CartDue | null = null;
  do {
    const due: CartDue[] = await listCartsDue(db, { at, after, limit: batch });
    await enqueueAll(
      db,
      remindOfCart,
      due.map(({ cartId }) => ({ cartId })),
    );
    after = due.length === batch ? (due.at(-1) ?? null) : null;
  } while (after);
}
