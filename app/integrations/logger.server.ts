import { type Logger, pino } from 'pino';
import type { Env } from '#app/env.server.ts';

/** One line of JSON an event. Never an address, a name, a cookie or anything that opens a door. */
export const makeLogger = (env: Pick<Env, 'logLevel'>, process: 'web' | 'worker'): Logger =>
  pino({ level: env.logLevel, base: { process } });
