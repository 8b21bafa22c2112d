import { parseArgs } from 'node:util';
import { type Command, type CommandCall, WrongUse } from './command.ts';
import type { OpenShop } from './open-shop.ts';

/** The operator's commands, all of them, by the words they are typed with. Each is read when it is asked for: reading the
 *  whole shop takes longer than most of them do. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  seed: async () => (await import('./commands/seed.ts')).seedCommand,
  'import catalog': async () => (await import('./commands/catalog.ts')).catalogImport,
  'export catalog': async () => (await import('./commands/catalog.ts')).catalogExport,
  'import orders': async () => (await import('./commands/orders.ts')).ordersImport,
  'import prices': async () => (await import('./commands/prices.ts')).pricesImport,
  'prices propose': async () => (await import('./commands/prices.ts')).pricesPropose,
  'key create': async () => (await import('./commands/key.ts')).keyCreate,
  'jobs run': async () => (await import('./commands/jobs.ts')).jobsRun,
  'jobs failed': async () => (await import('./commands/jobs.ts')).jobsFailed,
  'jobs retry': async () => (await import('./commands/jobs.ts')).jobsRetry,
  'user create': async () => (await import('./commands/user.ts')).userCreate,
  'trail verify': async () => (await import('./commands/trail.ts')).trailVerify,
  'evaluate suggestions': async () => (await import('./commands/suggestions.ts')).suggestionsEvaluate,
  clock: async () => (await import('./commands/clock.ts')).clockShow,
  'clock advance': async () => (await import('./commands/clock.ts')).clockAdvance,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/backup.ts')).restoreCommand,
  migrate: async () => (await import('./commands/parts.ts')).migrateCommand,
  web: async () => (await import('./commands/parts.ts')).webCommand,
  worker: async () => (await import('./commands/parts.ts')).workerCommand,
};

async function help(only?: string): Promise<string> {
  const rows = Object.entries(commands).flatMap(([words, read]) => (!only || words === only ? [{ words, read }] : []));
  const lines = rows.map(async ({ words, read }) => {
    const { usage, summary } = await read();
    return `  ${`${words} ${usage}`.padEnd(58)} ${summary}`;
  });
  return ['npm run shop -- COMMAND [--json] [--help]', '', ...(await Promise.all(lines))].join('\n');
}

/** The words typed that name a command; the longest such. */
const wordsOf = (typed: readonly string[]): string | undefined =>
  Object.keys(commands)
    .sort((a, b) => b.length - a.length)
    .find((words) => words.split(' ').every((word, index) => typed[index] === word));

async function main(argv: string[]): Promise<number> {
  const typed = argv.filter((word) => !word.startsWith('-'));
  const words = wordsOf(typed);
  const command = await (words === undefined ? undefined : commands[words]?.());
  if (words === undefined || !command || argv.includes('--help')) {
    console.log(await help(words));
    return command || typed.length === 0 ? 0 : 2;
  }
  const parsed = parseArgs({
    args: argv,
    options: { ...command.options, json: { type: 'boolean' } },
    allowPositionals: true,
    strict: true,
  });
  const asJson = parsed.values.json === true;
  let opened: OpenShop | null = null;
  const call: CommandCall = {
    args: parsed.positionals.slice(words.split(' ').length),
    options: parsed.values,
    open: async () => (opened ??= await (await import('./open-shop.ts')).openShop()),
    say: (line) => void (asJson || process.stderr.write(`${line}\n`)),
  };
  try {
    const result = await command.run(call);
    console.log(asJson ? JSON.stringify(result.json) : (result.words ?? JSON.stringify(result.json, null, 2)));
    return result.failed ? 1 : 0;
  } finally {
    await (opened as OpenShop | null)?.close();
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const isUse = error instanceof WrongUse || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    console.error(isUse ? (error as Error).message : error);
    process.exit(isUse ? 2 : 1);
  },
);
