import type { ParseArgsConfig } from 'node:util';
import type { ProcessDeps } from '#app/deps.server.ts';

export type CommandOptions = NonNullable<ParseArgsConfig['options']>;

export type CommandCall = {
  /** What follows the command's words. */
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  /** Opens the shop's database (starting the built-in one where nothing runs); closed when the command is done. */
  readonly open: () => Promise<{ process: ProcessDeps; databaseUrl: string }>;
  /** For people: a line on standard error, silent with --json. */
  readonly say: (line: string) => void;
};

/** What a command answers: `--json` prints it as one line, people get `words`. */
export type CommandResult = {
  readonly json: Record<string, unknown>;
  readonly words?: string;
  /** It answered, but nothing was done: the exit code says so. */
  readonly failed?: boolean;
};

export type Command = {
  /** As in "FILE [--dry-run]". */
  readonly usage: string;
  readonly summary: string;
  readonly options?: CommandOptions;
  readonly run: (call: CommandCall) => Promise<CommandResult>;
};

/** Said to whoever typed it, without a stack. */
export class WrongUse extends Error {}
