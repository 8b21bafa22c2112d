import { ensureBuilt } from '#tools/start/build.ts';

await ensureBuilt();
