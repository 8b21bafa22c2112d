import { listFailedJobs, retryFailedJobs } from '#db/queries/jobs.server.ts';
import { runDueJobs } from '#app/jobs/worker.server.ts';
import type { Command } from '../command.ts';

export const jobsRun: Command = {
  usage: '',
  summary: 'Runs all that is due and returns when nothing is left',
  async run({ open }) {
    const { process, databaseUrl } = await open();
    const { ran } = await runDueJobs(process, { url: databaseUrl });
    return { json: { ran }, words: `${ran} jobs ran; nothing is left that is due.` };
  },
};

export const jobsFailed: Command = {
  usage: '',
  summary: 'Lists the jobs that were given up',
  async run({ open }) {
    const { process } = await open();
    const failed = await listFailedJobs(process.db, { limit: 200 });
    return {
      json: { failed: failed.map((job) => ({ ...job, failed_at: job.failedAt.toISOString(), failedAt: undefined })) },
      words: failed.length ? failed.map((job) => `${job.id} ${job.task}: ${job.error}`).join('\n') : 'None failed.',
    };
  },
};

export const jobsRetry: Command = {
  usage: '',
  summary: 'Gives every failed job its tries back',
  async run({ open }) {
    const { process } = await open();
    const retried = await retryFailedJobs(process.db);
    return { json: { retried }, words: `${retried} jobs will run again.` };
  },
};
