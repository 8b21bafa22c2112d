import * as z from 'zod';

/** What the shop runs with, read once at boot. The only file that reads the environment. */
export interface Env {
  /** A demo shows the tour, the outbox, the clock and the sign-in shortcuts. Production never does. */
  mode: 'demo' | 'production';
  host: string;
  port: number;
  /** Scheme, host and port that links in mails begin with; no trailing slash. */
  appOrigin: string;
  /** Holds the embedded database and what can be made again. */
  dataDir: string;
  /** Null: the embedded Postgres. */
  databaseUrl: string | null;
  /** May serve reads that bear a second's delay. */
  readDatabaseUrl: string | null;
  /** Off behind a transaction pooler. */
  preparedStatements: boolean;
  /** Signs cookies and links; at least 32 characters. Null in a demo that has not made its own yet. */
  secret: string | null;
  stripe: { secretKey: string | null; webhookSecret: string | null; standInOrigin: string | null };
  /** Null: mails land in the outbox page. */
  smtpUrl: string | null;
  mailFrom: string;
  /** Where the mail provider is asked whether it has a message, with {message_id} in it. Null: it cannot be asked. */
  mailLookUpUrl: string | null;
  /** The provider shows it when it reports a bounce or a complaint. Null: it may not report. */
  mailReportToken: string | null;
  /** What fills an empty database. */
  seed: 'demo' | 'none';
  /** Proxies whose X-Forwarded-* headers count: how many hops, or which addresses. Null: none. */
  trustProxy: number | string[] | null;
  /** Whoever shows it may read /metrics from elsewhere. */
  metricsToken: string | null;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** A setting that is wrong, by name and in words for whoever starts the shop. */
export class WrongSettings extends Error {
  constructor(readonly problems: { name: string; problem: string }[]) {
    super(problems.map(({ name, problem }) => `${name} ${problem}`).join('\n'));
  }
}

/** An empty value is no value: `.env.example` lists every variable, most of them empty. */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((v) => (v === '' ? undefined : v), schema);
const text = () => optional(z.string().optional());
const flag = () => optional(z.enum(['0', '1'], { error: 'is either 1 or 0' }).optional()).transform((v) => v === '1');
const postgresUrl = () =>
  optional(
    z
      .string()
      .regex(/^postgres(ql)?:\/\/\S+$/, 'is a postgres:// address')
      .optional(),
  );
const webOrigin = (value: string, context: z.RefinementCtx) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.username) return url.origin;
  context.addIssue({ code: 'custom', message: 'is an origin such as https://shop.example, without a path' });
  return z.NEVER;
};
const origin = () => optional(z.string().transform(webOrigin).optional());
const choice = <const T extends [string, ...string[]]>(values: T) =>
  optional(z.enum(values, { error: `is one of ${values.join(', ')}` }).optional());

const variables = z.object({
  SHOP_MODE: choice(['demo', 'production']),
  HOST: text(),
  PORT: optional(
    z
      .string()
      .regex(/^\d+$/, 'is a number')
      .transform(Number)
      .pipe(z.number().min(1, 'is 1 to 65535').max(65_535, 'is 1 to 65535'))
      .optional(),
  ),
  APP_ORIGIN: origin(),
  ALLOW_PUBLIC_DEMO: flag(),
  DATA_DIR: text(),
  DATABASE_URL: postgresUrl(),
  READ_DATABASE_URL: postgresUrl(),
  ALLOW_EMBEDDED: flag(),
  PREPARED_STATEMENTS: optional(z.enum(['0', '1'], { error: 'is either 1 or 0' }).optional()).transform(
    (v) => v !== '0',
  ),
  APP_SECRET: optional(z.string().min(32, 'has at least 32 characters').optional()),
  STRIPE_SECRET_KEY: optional(
    z
      .string()
      .regex(/^(sk|rk)_(test|live)_\S+$/, 'begins with sk_test_, sk_live_, rk_test_ or rk_live_')
      .optional(),
  ),
  STRIPE_WEBHOOK_SECRET: optional(
    z
      .string()
      .regex(/^whsec_\S+$/, 'begins with whsec_')
      .optional(),
  ),
  STRIPE_STAND_IN_URL: origin(),
  SMTP_URL: optional(
    z
      .string()
      .regex(/^smtps?:\/\/\S+$/, 'is an smtp:// or smtps:// address')
      .optional(),
  ),
  MAIL_FROM: text(),
  MAIL_LOOKUP_URL: optional(
    z
      .string()
      .regex(/^https?:\/\/\S*\{message_id\}\S*$/, 'is an address with {message_id} in it')
      .optional(),
  ),
  MAIL_REPORT_TOKEN: optional(z.string().min(16, 'has at least 16 characters').optional()),
  SEED: choice(['demo', 'none']),
  TRUST_PROXY: text(),
  METRICS_TOKEN: optional(z.string().min(16, 'has at least 16 characters').optional()),
  LOG_LEVEL: choice(['debug', 'info', 'warn', 'error', 'silent']),
});
type Variables = z.infer<typeof variables>;

const loopback = /^(localhost|127(\.\d+){3}|::1|\[::1\])$/;
const isLoopback = (host: string) => loopback.test(host);

const isPlainHttp = (origin = 'https://-') => origin.startsWith('http:') && !isLoopback(new URL(origin).hostname);

/** Throws WrongSettings that names every variable at fault. */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const read = variables.safeParse(source);
  if (!read.success) {
    throw new WrongSettings(
      read.error.issues.map((issue) => ({ name: String(issue.path[0]), problem: issue.message })),
    );
  }
  const given = read.data;
  const problems = problemsBetween(given);
  if (problems.length > 0) throw new WrongSettings(problems);
  const mode = given.SHOP_MODE ?? 'demo';
  const port = given.PORT ?? 3000;
  return {
    mode,
    host: given.HOST ?? '127.0.0.1',
    port,
    appOrigin: given.APP_ORIGIN ?? `http://localhost:${port}`,
    dataDir: given.DATA_DIR ?? '.data',
    databaseUrl: given.DATABASE_URL ?? null,
    readDatabaseUrl: given.READ_DATABASE_URL ?? null,
    preparedStatements: given.PREPARED_STATEMENTS,
    secret: given.APP_SECRET ?? null,
    stripe: {
      secretKey: given.STRIPE_SECRET_KEY ?? null,
      webhookSecret: given.STRIPE_WEBHOOK_SECRET ?? null,
      standInOrigin: given.STRIPE_STAND_IN_URL ?? null,
    },
    smtpUrl: given.SMTP_URL ?? null,
    mailFrom: given.MAIL_FROM ?? 'Tradepost <shop@tradepost.example>',
    mailLookUpUrl: given.MAIL_LOOKUP_URL ?? null,
    mailReportToken: given.MAIL_REPORT_TOKEN ?? null,
    seed: given.SEED ?? (mode === 'demo' ? 'demo' : 'none'),
    trustProxy: trustedProxies(given.TRUST_PROXY),
    metricsToken: given.METRICS_TOKEN ?? null,
    logLevel: given.LOG_LEVEL ?? 'info',
  };
}

/** What no variable gets wrong alone. */
function problemsBetween(given: Variables): { name: string; problem: string }[] {
  const rules: [fails: boolean, name: string, problem: string][] = [
    [
      Boolean(given.STRIPE_STAND_IN_URL) && /_live_/.test(given.STRIPE_SECRET_KEY ?? ''),
      'STRIPE_STAND_IN_URL',
      'never runs beside a live STRIPE_SECRET_KEY',
    ],
  ];
  if (given.SHOP_MODE === 'production') {
    rules.push(
      [
        !given.APP_ORIGIN,
        'APP_ORIGIN',
        'is needed in production: the origin customers see, such as https://shop.example',
      ],
      [isPlainHttp(given.APP_ORIGIN), 'APP_ORIGIN', 'is https in production, except on this machine'],
      [!given.APP_SECRET, 'APP_SECRET', 'is needed in production: 32 characters or more, kept secret'],
      [
        !given.DATABASE_URL && !given.ALLOW_EMBEDDED,
        'DATABASE_URL',
        'is needed in production, unless ALLOW_EMBEDDED=1 lets the built-in Postgres serve',
      ],
      [!given.STRIPE_SECRET_KEY, 'STRIPE_SECRET_KEY', 'is needed in production'],
      [!given.STRIPE_WEBHOOK_SECRET, 'STRIPE_WEBHOOK_SECRET', 'is needed in production'],
      [!given.SMTP_URL, 'SMTP_URL', 'is needed in production: without it no mail leaves'],
      [given.SEED === 'demo', 'SEED', 'is never demo in production'],
    );
  } else {
    rules.push([
      !isLoopback(given.HOST ?? '127.0.0.1') && !given.ALLOW_PUBLIC_DEMO,
      'HOST',
      'is a loopback address in a demo, whose sign-in shortcuts are open to all, unless ALLOW_PUBLIC_DEMO=1',
    ]);
  }
  if (given.STRIPE_SECRET_KEY && !given.STRIPE_WEBHOOK_SECRET && given.SHOP_MODE !== 'production') {
    rules.push([true, 'STRIPE_WEBHOOK_SECRET', 'is needed beside STRIPE_SECRET_KEY']);
  }
  return rules.filter(([fails]) => fails).map(([, name, problem]) => ({ name, problem }));
}

function trustedProxies(value: string | undefined): Env['trustProxy'] {
  if (!value || value === '0') return null;
  if (/^\d+$/.test(value)) return Number(value);
  return value.split(',').map((address) => address.trim());
}
