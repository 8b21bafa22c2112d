import type { TestProject } from 'vitest/node';
import { migrate } from '#db/migrate.server.ts';
import { ensureDatabase } from '#tools/postgres/embedded-server.ts';
import { startThrowawayPostgres } from './throwaway-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: { adminUrl: string; template: string };
  }
}

const template = 'template_migrated';

/** One server for the run, and one database migrated once that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowawayPostgres();
  await ensureDatabase(server, template);
  await migrate(server.url(template));
  project.provide('databaseServer', { adminUrl: server.url('postgres'), template });
  return () => server.stop();
}
