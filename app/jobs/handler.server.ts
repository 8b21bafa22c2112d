import type { Deps } from '#app/deps.server.ts';
import type { JobDefinition } from './define-job';

/** What runs a job: a definition and the file that does the work, loaded when the first one comes. */
export type JobHandler = {
  readonly name: string;
  readonly run: (deps: Deps, payload: unknown) => Promise<void>;
};

export const handles = <Payload>(
  job: JobDefinition<Payload>,
  load: () => Promise<{ handle: (deps: Deps, payload: Payload) => Promise<void> }>,
): JobHandler => ({
  name: job.name,
  async run(deps, payload) {
    const { handle } = await load();
    await handle(deps, job.payload.parse(payload));
  },
});
