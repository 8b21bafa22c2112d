import { smtpMailer } from '#app/integrations/mailer/mailer.server.ts';
import { startWorker } from '#app/jobs/worker.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { processDeps } from './checkout-world.ts';
import { noPayments } from './no-payments.ts';

/** A worker process of its own, to be killed: `tsx reminder-worker.ts DATABASE SMTP LOOKUP`. */
const [url = '', smtp = '', lookUpUrl = ''] = process.argv.slice(2);
const { db } = openDatabase(url, { connections: 3 });
const mailer = smtpMailer({ url: smtp, from: 'Tradepost <shop@tradepost.example>', lookUpUrl, patienceMs: 2_000 });
await startWorker({ ...processDeps(db, noPayments), mailer }, { url, concurrency: 2 });
process.send?.('ready');
