import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../shared/data');

/** The path of published data beside the repository, or null (said once) where a stranger does not have it. */
export function sharedData(path: string): string | null {
  const full = join(folder, path);
  if (existsSync(full)) return full;
  console.log(`skipped: ../shared/data/${path} is not here`);
  return null;
}
