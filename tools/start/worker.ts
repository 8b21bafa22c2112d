import { readEnv } from '#app/env.server.ts';
import { startWorker } from '#app/jobs/worker.server.ts';
import { openProcessDeps } from '#app/process-deps.server.ts';
import { startedWith } from './started-with.ts';
import { stopWhenAsked } from './stop-when-asked.ts';

const env = readEnv();
const { deps, databaseUrl, close } = openProcessDeps(env, { ...startedWith(env), connections: 6 });
const worker = await startWorker(deps, { url: databaseUrl });

const { isAsked } = stopWhenAsked(async () => {
  await worker.stop();
  await close();
});
await worker.finished;
if (!isAsked()) throw new Error('The worker ended by itself');
