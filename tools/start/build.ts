import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { step } from './progress.mjs';

const root = join(import.meta.dirname, '../..');
const sources = ['app', 'db', 'public', 'package-lock.json', 'remix.config.js', 'vite.config.ts', 'tsconfig.json'];
const stamp = join(root, 'build/.sources');

/** One number for everything the pages are built from. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const files = sources.flatMap((name) => {
    const path = join(root, name);
    if (!existsSync(path)) return [];
    if (/\.\w+$/.test(name)) return [name];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  });
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

/** Builds the pages unless the last build was made of these very sources. */
export async function ensureBuilt(): Promise<void> {
  const wanted = fingerprint();
  const isBuilt = existsSync(join(root, 'build/server/index.js')) && existsSync(stamp);
  if (isBuilt && readFileSync(stamp, 'utf8') === wanted) return;
  await step('Building the pages', build);
  writeFileSync(stamp, wanted);
}

async function build(): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve('@remix-run/dev/package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { remix: string } };
  const child = spawn(process.execPath, [join(dirname(manifest), bin.remix), 'vite:build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`The build failed:\n${said.trim()}`);
}
