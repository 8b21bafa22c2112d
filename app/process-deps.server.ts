import { join } from 'node:path';
import { openDatabase } from '#db/client.server.ts';
import { readPictureMaster } from '#db/queries/product-edits.server.ts';
import type { ProcessDeps } from './deps.server';
import type { Env } from './env.server';
import { outboxMailer, smtpMailer } from './integrations/mailer/mailer.server';
import { pictureShelf } from './integrations/pictures/picture-shelf.server';
import { makePayments, makeStripe } from './integrations/stripe/client.server';
import type { Payments } from './integrations/stripe/payments';

const masters = join(import.meta.dirname, '../db/seed/demo/pictures');

export type OpenDeps = { deps: ProcessDeps; databaseUrl: string; close: () => Promise<void> };

/** What a web, worker or command-line process lives on, made from its settings in this one place.
 *  `secret` and `databaseUrl` come from whoever starts the process: a demo makes its own. */
export function openProcessDeps(env: Env, p: { databaseUrl: string; secret: string; connections: number }): OpenDeps {
  const database = openDatabase(p.databaseUrl, {
    connections: p.connections,
    preparedStatements: env.preparedStatements,
  });
  const mailer = env.smtpUrl
    ? smtpMailer({ url: env.smtpUrl, from: env.mailFrom, lookUpUrl: env.mailLookUpUrl })
    : outboxMailer;
  const deps: ProcessDeps = {
    db: database.db,
    mailer,
    payments: paymentsOf(env.stripe),
    pictures: pictureShelf({
      masters,
      cache: join(env.dataDir, 'pictures'),
      uploaded: (name) => readPictureMaster(database.db, { name }),
    }),
    settings: { mode: env.mode, origin: env.appOrigin, secret: p.secret, mailReportToken: env.mailReportToken },
  };
  return {
    deps,
    databaseUrl: p.databaseUrl,
    async close() {
      await database.close();
    },
  };
}

/** Real Stripe by its key, or the stand-in at its address. Without either every call fails, and says so. */
function paymentsOf({ secretKey, webhookSecret, standInOrigin }: Env['stripe']): Payments {
  const at = standInOrigin ? new URL(standInOrigin) : null;
  const stripe = makeStripe({
    secretKey: secretKey ?? 'sk_test_missing',
    ...(at && { host: at.hostname, port: Number(at.port), protocol: at.protocol === 'https:' ? 'https' : 'http' }),
  });
  return makePayments(stripe, webhookSecret ? [webhookSecret] : []);
}
