import { type Logger, pino } from 'pino';
import type { Env } from '#app/env.server.ts';

interface Told {
  type: string;
  code?: string;
  message: string;
  stack: string[];
  cause?: Told;
}

/** What a log may keep of an error: a statement's parameters and a row's values are somebody's data. */
export function tellError(error: unknown, depth = 0): Told {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error', stack: [] };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    message: (error.message.split('\nparams:')[0] ?? '').slice(0, 500),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(error.cause instanceof Error && depth < 3 ? { cause: tellError(error.cause, depth + 1) } : {}),
  };
}

/** One line of JSON an event. Never an address, a name, a cookie or anything that opens a door. */
export const makeLogger = (env: Pick<Env, 'logLevel'>, process: 'web' | 'worker'): Logger =>
  pino({ level: env.logLevel, base: { process }, serializers: { err: (error: unknown) => tellError(error) } });
