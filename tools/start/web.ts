import { readEnv } from '#app/env.server.ts';
import { startWeb } from '#app/http/server/web.server.ts';
import { makeLogger } from '#app/integrations/logger.server.ts';
import { openProcessDeps } from '#app/process-deps.server.ts';
import { startedWith } from './started-with.ts';
import { stopWhenAsked } from './stop-when-asked.ts';

const env = readEnv();
const { deps, close } = openProcessDeps(env, { ...startedWith(env), connections: 20 });
const web = await startWeb({ env, deps, logger: makeLogger(env, 'web'), isDev: process.argv.includes('--dev') });

stopWhenAsked(async () => {
  await web.stop();
  await close();
});
