import type { Deps } from '#app/deps.server.ts';
import { sweepOwnPrices } from '#db/queries/own-prices.server.ts';

const keptUnusedHours = 48;

/** Drops own prices nobody looked at for two days: chains of revisions no longer in force, buyers who stay away. They are
 *  made again when somebody does. Answers how many went. */
export const dropUnusedOwnPrices = ({ db, now }: Deps): Promise<number> =>
  sweepOwnPrices(db, { unusedSince: new Date(now().getTime() - keptUnusedHours * 3_600_000) });
