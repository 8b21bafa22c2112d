import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the programs of an installed PostgreSQL are, or null (said once) where this machine has none. */
export function installedPostgres(version: number): string | null {
  const folder = `/usr/lib/postgresql/${version}/bin`;
  if (existsSync(join(folder, 'postgres'))) return folder;
  console.log(`skipped: there is no PostgreSQL ${version} in ${folder}`);
  return null;
}
