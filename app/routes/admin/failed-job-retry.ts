import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { refused } from '#app/domain/outcome.ts';
import { backToOffice, officeAct } from '#app/http/office-act.server.ts';
import { retryJobs } from '#app/use-cases/jobs/retry-jobs.server.ts';

export const loader = (args: LoaderFunctionArgs) => backToOffice(args, '/admin/failed-jobs');

/** POST: one job that was given up, or `all` of them, run again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const id = params.job ?? '';
  return officeAct(request, context, {
    page: '/admin/failed-jobs',
    said: 'jobRetried',
    run: async (deps, actor) =>
      id === 'all' || /^\d{1,18}$/.test(id) ? retryJobs(deps, { actor, id }) : refused('not_found'),
  });
}
