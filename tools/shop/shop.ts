import { parseArgs } from 'node:util';
import { type Command, type CommandCall, WrongUse } from './command.ts';
import { backupCommand, restoreCommand } from './commands/backup.ts';
import { catalogExport, catalogImport } from './commands/catalog.ts';
import { clockAdvance, clockShow } from './commands/clock.ts';
import { jobsFailed, jobsRetry, jobsRun } from './commands/jobs.ts';
import { keyCreate } from './commands/key.ts';
import { migrateCommand, webCommand, workerCommand } from './commands/parts.ts';
import { ordersImport } from './commands/orders.ts';
import { pricesImport, pricesPropose } from './commands/prices.ts';
import { seedCommand } from './commands/seed.ts';
import { suggestionsEvaluate } from './commands/suggestions.ts';
import { trailVerify } from './commands/trail.ts';
import { userCreate } from './commands/user.ts';
import { type OpenShop, openShop } from './open-shop.ts';

/** The operator's commands, all of them. */
const commands: readonly Command[] = [
  seedCommand,
  catalogImport,
  catalogExport,
  ordersImport,
  pricesImport,
  pricesPropose,
  keyCreate,
  jobsRun,
  jobsFailed,
  jobsRetry,
  userCreate,
  trailVerify,
  suggestionsEvaluate,
  clockShow,
  clockAdvance,
  backupCommand,
  restoreCommand,
  migrateCommand,
  webCommand,
  workerCommand,
];

function help(only?: Command): string {
  const rows = (only ? [only] : commands).map(
    ({ words, usage, summary }) => `  ${`${words} ${usage}`.padEnd(58)} ${summary}`,
  );
  return ['npm run shop -- COMMAND [--json] [--help]', '', ...rows].join('\n');
}

/** The command whose words come first; the longest such. */
const findCommand = (typed: readonly string[]): Command | undefined =>
  [...commands]
    .sort((a, b) => b.words.length - a.words.length)
    .find(({ words }) => words.split(' ').every((word, index) => typed[index] === word));

async function main(argv: string[]): Promise<number> {
  const words = argv.filter((word) => !word.startsWith('-'));
  const command = findCommand(words);
  if (!command || argv.includes('--help')) {
    console.log(help(command));
    return command || words.length === 0 ? 0 : 2;
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
    args: parsed.positionals.slice(command.words.split(' ').length),
    options: parsed.values,
    open: async () => (opened ??= await openShop()),
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
