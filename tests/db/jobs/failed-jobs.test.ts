import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { personId } from '#app/domain/access/ids.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { openStaffAccount } from '#app/use-cases/identity/open-staff-account.server.ts';
import { retryJobs } from '#app/use-cases/jobs/retry-jobs.server.ts';
import { listFailedJobs } from '#db/queries/jobs.server.ts';
import { depsAt } from '#tests/support/api.ts';
import { testDatabase } from '#tests/support/database.ts';

const { db } = await testDatabase();
const deps = depsAt(db, '2027-03-01T09:00:00Z');

test('a job that was given up is seen with its reason and runs again, one or all; one that still tries is left alone', async () => {
  const hired = await openStaffAccount(deps, {
    email: 'ada@store.example',
    name: 'Ada',
    role: 'admin',
    by: null,
    via: 'test',
  });
  if (!hired.ok) throw new Error('nobody was hired');
  const actor = {
    person: personId(hired.value.personId),
    via: 'page',
    member: null,
    standsInFor: null,
  } as unknown as StaffActor;
  for (const task of ['one', 'two', 'three', 'trying'])
    await db.execute(
      sql`select graphile_worker.add_job(${task}, ${JSON.stringify({ id: newId() })}::json, max_attempts := 3)`,
    );
  await db.execute(sql`update graphile_worker._private_jobs j set attempts = max_attempts, last_error = 'no answer'
    from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier in ('one', 'two', 'three')`);

  const failed = await listFailedJobs(db, { limit: 10 });
  expect(failed.map(({ task, error }) => [task, error])).toEqual([
    ['three', 'no answer'],
    ['two', 'no answer'],
    ['one', 'no answer'],
  ]);
  const [newest, second] = failed;
  expect((await listFailedJobs(db, { limit: 10, beforeId: newest?.id })).map(({ task }) => task)).toEqual([
    'two',
    'one',
  ]);

  expect(await retryJobs(deps, { actor, id: second?.id ?? '' })).toMatchObject({ ok: true, value: { count: 1 } });
  expect(await retryJobs(deps, { actor, id: second?.id ?? '' })).toMatchObject({ ok: false, code: 'not_found' });
  expect((await listFailedJobs(db, { limit: 10 })).map(({ task }) => task)).toEqual(['three', 'one']);
  expect(await retryJobs(deps, { actor, id: 'all' })).toMatchObject({ ok: true, value: { count: 2 } });
  expect(await listFailedJobs(db, { limit: 10 })).toEqual([]);
  expect(await retryJobs(deps, { actor, id: 'all' })).toMatchObject({ ok: false, code: 'not_found' });
});
