import { parseArgs } from 'node:util';
import { reasonNotToRun } from './guard.ts';
import { StandIn } from './server.ts';

const usage = `Stripe stand-in: Stripe's API, payment page and events on a loopback port.
  --folder DIR            where its state is kept (STRIPE_STAND_IN_FOLDER)
  --port N                0 takes a free one (STRIPE_STAND_IN_PORT, 0)
  --secret-key KEY        the key it answers to (STRIPE_SECRET_KEY, sk_test_stand_in)
  --webhook-url URL       where events go (STRIPE_WEBHOOK_URL)
  --webhook-secret S      signs them (STRIPE_WEBHOOK_SECRET, whsec_stand_in)
  --webhook-events LIST   comma separated types (all)
  --schedule LIST         seconds before each attempt to deliver (0,1,5,30,30,30,30,30,30)
  --with-parent           ends when its standard input ends, so that it never outlives who started it
  --public-origin URL     how a browser reaches the payment page (http://127.0.0.1:PORT)
Prints one line of JSON with its port when it answers.`;

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: process.env.STRIPE_STAND_IN_FOLDER },
    port: { type: 'string', default: process.env.STRIPE_STAND_IN_PORT ?? '0' },
    'secret-key': { type: 'string', default: process.env.STRIPE_SECRET_KEY || 'sk_test_stand_in' },
    'webhook-url': { type: 'string', default: process.env.STRIPE_WEBHOOK_URL },
    'webhook-secret': { type: 'string', default: process.env.STRIPE_WEBHOOK_SECRET || 'whsec_stand_in' },
    'webhook-events': { type: 'string', default: '*' },
    schedule: { type: 'string', default: '0,1,5,30,30,30,30,30,30' },
    'public-origin': { type: 'string' },
    'with-parent': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function leave(message: string, code: number): never {
  console[code ? 'error' : 'log'](message);
  process.exit(code);
}

if (values.help) leave(usage, 0);
const refusal = reasonNotToRun({ ...process.env, '--secret-key': values['secret-key'] });
if (refusal) leave(refusal, 1);
if (!values.folder) leave(`--folder is missing\n${usage}`, 1);
const port = Number(values.port);
const schedule = values.schedule.split(',').map(Number);
if (!Number.isInteger(port) || schedule.some((wait) => !(wait >= 0))) leave(usage, 1);

const standIn = new StandIn({
  secretKey: values['secret-key'],
  folder: values.folder,
  port,
  publicOrigin: values['public-origin'] ?? null,
  webhook: values['webhook-url']
    ? {
        url: values['webhook-url'],
        secret: values['webhook-secret'],
        events: values['webhook-events'].split(','),
      }
    : null,
  schedule,
  deliveryTimeoutMs: 10_000,
});
const started = await standIn.start();
console.log(JSON.stringify({ port: started.port, pid: process.pid }));
const end = () => void standIn.stop().then(() => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
if (values['with-parent']) process.stdin.once('end', end).once('error', end).resume();
