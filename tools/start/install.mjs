import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './progress.mjs';

const root = join(import.meta.dirname, '../..');

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch {
    return null;
  }
};

/** Stops with words where Node is older than package.json asks for. This file and its imports run on any. */
export function requireNode() {
  const wanted = readJson('package.json').engines.node.replace('>=', '').split('.').map(Number);
  const have = process.versions.node.split('.').map(Number);
  const [larger] = wanted.map((part, place) => have[place] - part).filter((difference) => difference !== 0);
  if (larger === undefined || larger > 0) return;
  console.error(`Node ${process.versions.node} is too old: this needs ${wanted.join('.')} or newer.`);
  process.exit(1);
}

/**
 * True where node_modules holds what the lockfile names. npm writes its own list there last of all, so an installation
 * that was cut off does not pass. Packages for other machines may be missing.
 */
function isInstalled() {
  const locked = readJson('package-lock.json')?.packages ?? {};
  const installed = readJson('node_modules/.package-lock.json')?.packages;
  if (!installed) return false;
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true;
    const found = installed[path];
    return found ? found.version === wanted.version && found.integrity === wanted.integrity : wanted.optional === true;
  });
}

/** Installs what the lockfile names, development tools included, unless it is there. Works with npm scripts blocked. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await step('Installing the locked packages', () => run(['ci', '--include=dev', '--no-audit', '--no-fund']));
}

function run(args) {
  const npm = process.env.npm_execpath;
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const child = spawn(program, [...first, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const passOn = (signal) => {
    child.kill(signal);
    process.exit(1);
  };
  process.once('SIGTERM', passOn).once('SIGINT', passOn);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGTERM', passOn).off('SIGINT', passOn);
      if (code === 0) resolve();
      else reject(new Error(`npm ${args[0]} ended with ${code}`));
    });
  });
}
