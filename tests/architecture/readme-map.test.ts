import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Reads the second column of the one table under "Where is…", and nothing else. */
function pathsOfTheMap(): string[] {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, after = ''] = readme.split('## Where is…');
  const rows = (after.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| '));
  return rows
    .slice(1)
    .flatMap((row) => [...(row.split('|')[2] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
}

test('everything the README points to is there', () => {
  const paths = pathsOfTheMap();
  expect(paths.length).toBeGreaterThan(15);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
