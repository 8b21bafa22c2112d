import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Until the first release there is one migration: the schema as it is, between before.sql and after.sql. */
const root = join(import.meta.dirname, '../..');
const folder = join(root, 'db/migrations');
rmSync(folder, { recursive: true, force: true });
execFileSync(join(root, 'node_modules/.bin/drizzle-kit'), ['generate', '--name', 'baseline'], {
  cwd: root,
  stdio: 'inherit',
});

const name = readdirSync(folder).find((file) => file.endsWith('.sql'));
if (!name) throw new Error('drizzle-kit wrote no migration');
const part = (file: string) => readFileSync(join(root, 'db/schema', file), 'utf8').trim();
const statements = [part('before.sql'), readFileSync(join(folder, name), 'utf8').trim(), part('after.sql')];
writeFileSync(join(folder, name), `${statements.join('--> statement-breakpoint\n')}\n`);

const journal = join(folder, 'meta/_journal.json');
const written = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { when: number }[] };
for (const entry of written.entries) entry.when = 1_700_000_000_000;
writeFileSync(journal, `${JSON.stringify(written, null, 2)}\n`);
