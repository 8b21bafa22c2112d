import type { Deps } from '#app/deps.server.ts';
import { publishDueProducts } from '#db/queries/product-edits.server.ts';

const atOnce = 100;

export async function handle({ db, now }: Deps): Promise<void> {
  while ((await db.transaction((tx) => publishDueProducts(tx, { at: now(), limit: atOnce }))) === atOnce);
}
