import { migrate } from '#db/migrate.server.ts';
import type { Command } from '../command.ts';

export const migrateCommand: Command = {
  usage: '',
  summary: 'Brings the database to the present schema',
  async run({ open }) {
    const { databaseUrl } = await open();
    await migrate(databaseUrl);
    return { json: { migrated: true }, words: 'The database has the present schema.' };
  },
};

/** Runs until it is told to stop; the process ends itself then. */
const forEver = (summary: string, start: () => Promise<unknown>): Command => ({
  usage: '',
  summary,
  async run() {
    await start();
    return new Promise(() => {});
  },
});

export const webCommand = forEver(
  'Serves the pages and the API alone (DATABASE_URL and APP_SECRET are needed)',
  () => import('#tools/start/web.ts'),
);
export const workerCommand = forEver(
  'Works the jobs alone (DATABASE_URL and APP_SECRET are needed)',
  () => import('#tools/start/worker.ts'),
);
