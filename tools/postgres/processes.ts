import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** What Linux tells of a process after its name: state first, birth at the twentieth place. Null elsewhere. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** Tells a process from a later one with the same number: ticks since the machine started. 0 where it cannot be known. */
export const bornAt = (pid: number): number => Number(statOf(pid)?.[19] ?? 0);

/** A zombie still answers `kill 0`, but nothing of it runs. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return statOf(pid)?.[0] !== 'Z';
}

/** The folder a process works in, or null where it is gone or cannot be known (anything but Linux). */
export function workingFolderOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/** Every running process that works in this folder. Empty where there is no /proc. */
export function processesIn(folder: string): number[] {
  let entries: string[];
  try {
    entries = readdirSync('/proc');
  } catch {
    return [];
  }
  return entries
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => workingFolderOf(pid) === folder && isRunning(pid));
}

/** Resolves to whether `isDone` became true within the time. */
export async function until(
  isDone: () => boolean | Promise<boolean>,
  withinMs: number,
  everyMs = 15,
): Promise<boolean> {
  const end = performance.now() + withinMs;
  while (!(await isDone())) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return true;
}
