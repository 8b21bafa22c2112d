import type { Db } from '#db/client.server.ts';
import type { Mailer } from './integrations/mailer/mailer.server';
import type { PictureShelf } from './integrations/pictures/picture-shelf.server';
import type { Payments } from './integrations/stripe/payments';
import { readClockOffset } from '#db/queries/clock.server.ts';

/** What the environment decides, in the shop's own words. */
export type Settings = {
  mode: 'demo' | 'production';
  /** Scheme, host and port that links in mails begin with; no trailing slash. */
  origin: string;
  /** Signs cookies and links. */
  secret: string;
  /** What the mail provider shows when it reports bounces and complaints; without it nobody may. */
  mailReportToken?: string | null;
};

/** What every use case, route, job and command is given. Made in one place, replaced in tests. */
export type Deps = {
  db: Db;
  /** The shop's clock, fixed for this request, job or command. */
  now: () => Date;
  mailer: Mailer;
  payments: Payments;
  pictures: PictureShelf;
  settings: Settings;
};

/** What lives as long as the process. */
export type ProcessDeps = Omit<Deps, 'now'>;

/** Fixes the shop's clock for one request, job or command. Only a demo's clock can run ahead. */
export async function depsForRequest(process: ProcessDeps): Promise<Deps> {
  const offsetSeconds = process.settings.mode === 'demo' ? await readClockOffset(process.db) : 0;
  const now = new Date(Date.now() + offsetSeconds * 1000);
  return { ...process, now: () => new Date(now) };
}
