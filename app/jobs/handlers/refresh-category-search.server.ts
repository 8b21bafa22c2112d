import type { Deps } from '#app/deps.server.ts';
import { refreshSearchOfCategory } from '#db/queries/category-edits.server.ts';

const atOnce = 500;

export async function handle({ db }: Deps, { categoryId }: { categoryId: string }): Promise<void> {
  let after: string | null = null;
  do after = await refreshSearchOfCategory(db, { categoryId, after, limit: atOnce });
  while (after);
}
