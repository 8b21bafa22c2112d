import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';

const one = await testDatabase();
const other = await testDatabase();

test('every database has the queue, so that business and job commit together', async () => {
  const [row] = await one.db.execute(sql`select to_regproc('graphile_worker.add_job') as add_job`);
  expect(row?.add_job).toBe('graphile_worker.add_job');
});

test('what one file writes, another never sees', async () => {
  await one.db.execute(sql`create table note (words text)`);
  const [row] = await other.db.execute(sql`select to_regclass('note') as note`);
  expect(row?.note).toBeNull();
});

test('upper and lower case follow Unicode and text sorts by code point, whatever the machine speaks', async () => {
  const [row] = await one.db.execute(sql`select lower('ÄÉÖ') as lower, 'Z' < 'a' as by_code_point`);
  expect(row).toEqual({ lower: 'äéö', by_code_point: true });
});
