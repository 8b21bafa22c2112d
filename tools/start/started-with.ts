import { type Env, WrongSettings } from '#app/env.server.ts';

/** What a process that runs alone must be told, where `npm start` would have found or made it. @throws WrongSettings */
export function startedWith(env: Env): { databaseUrl: string; secret: string } {
  const { databaseUrl, secret } = env;
  if (databaseUrl && secret) return { databaseUrl, secret };
  throw new WrongSettings([
    { name: databaseUrl ? 'APP_SECRET' : 'DATABASE_URL', problem: 'is needed where a process of the shop runs alone' },
  ]);
}
