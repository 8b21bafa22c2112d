import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** One write: table, id, and the record, or null when it is gone. */
export type Write = readonly [table: string, id: string, record: unknown];

/** The state on disk: one line per call with all its writes, so that a call is there as a whole or not at all.
 *  "On disk" means written to the file: it outlives the process, not the machine's power. */
export class Journal {
  private readonly path: string;
  private file: number;
  private waiting: string[] = [];
  private waiters: (() => void)[] = [];
  private scheduled = false;
  bytes = 0;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.path = join(folder, 'journal.jsonl');
    this.file = openSync(this.path, 'a');
  }

  /** Every complete line, oldest first. A last line the process died in was never answered and is dropped. */
  read(): Write[][] {
    if (!existsSync(this.path)) return [];
    const lines = readFileSync(this.path, 'utf8').split('\n');
    const torn = lines.pop();
    if (torn) this.replace(lines);
    this.bytes = lines.reduce((sum, line) => sum + line.length + 1, 0);
    return lines.filter(Boolean).map((line) => JSON.parse(line) as Write[]);
  }

  append(writes: readonly Write[]): void {
    if (writes.length) this.waiting.push(JSON.stringify(writes));
  }

  /** Resolves when all that was appended before is in the file; many calls share one write. */
  written(): Promise<void> {
    return new Promise((resolve) => {
      this.waiters.push(resolve);
      if (this.scheduled) return;
      this.scheduled = true;
      setImmediate(() => this.flush());
    });
  }

  flush(): void {
    this.scheduled = false;
    const lines = this.waiting;
    const waiters = this.waiters;
    this.waiting = [];
    this.waiters = [];
    if (lines.length) {
      let rest = Buffer.from(`${lines.join('\n')}\n`);
      this.bytes += rest.length;
      while (rest.length) rest = rest.subarray(writeSync(this.file, rest));
    }
    for (const done of waiters) done();
  }

  /** Begins anew with only what is alive. */
  compact(alive: Iterable<Write>): void {
    this.flush();
    const lines: string[] = [];
    for (const write of alive) lines.push(JSON.stringify([write]));
    this.replace(lines);
  }

  private replace(lines: string[]): void {
    const text = lines.length ? `${lines.join('\n')}\n` : '';
    writeFileSync(`${this.path}.new`, text);
    closeSync(this.file);
    renameSync(`${this.path}.new`, this.path);
    this.file = openSync(this.path, 'a');
    this.bytes = Buffer.byteLength(text);
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }
}
