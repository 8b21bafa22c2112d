/** One kind of work, `concurrency` of it at a time, for a while. */
export type Load = {
  concurrency: number;
  forMs: number;
  /** Ends it before the time is over: the work is used up. */
  until?: () => boolean;
};

export type Measured = {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  done: number;
  failed: number;
  /** Of this process, in seconds of processor per second of wall. */
  processor: number;
  /** Of this process at the end. */
  megabytes: number;
};

/** Runs `act` again and again until the time is over; what was begun is finished and counted. */
export async function measure(load: Load, act: (turn: number) => Promise<void>): Promise<Measured> {
  const times: number[] = [];
  let failed = 0;
  let turn = 0;
  const before = process.cpuUsage();
  const began = performance.now();
  const worker = async () => {
    while (performance.now() - began < load.forMs && !load.until?.()) {
      const own = turn;
      turn += 1;
      const start = performance.now();
      try {
        await act(own);
        times.push(performance.now() - start);
      } catch (error) {
        failed += 1;
        if (failed === 1) console.error(error);
      }
    }
  };
  await Promise.all(Array.from({ length: load.concurrency }, worker));
  const seconds = (performance.now() - began) / 1000;
  const spent = process.cpuUsage(before);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    perSecond: times.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    done: times.length,
    failed,
    processor: (spent.user + spent.system) / 1_000_000 / seconds,
    megabytes: process.memoryUsage().rss / 1_048_576,
  };
}

export type Row = { what: string; concurrency: number; shop: Measured; database: Measured | null };

const fixed = (value: number, digits = 1) => value.toFixed(digits).padStart(9);

/** A table for people; one line a row. */
export function printRows(rows: readonly Row[]): void {
  console.log(
    'what'.padEnd(16) +
      ['at once', 'per s', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU', 'RSS MB', 'db per s', 'of db']
        .map((h) => h.padStart(9))
        .join(''),
  );
  for (const { what, concurrency, shop, database } of rows) {
    const share = database ? `${Math.round((shop.perSecond / database.perSecond) * 100)} %` : '';
    console.log(
      what.padEnd(16) +
        String(concurrency).padStart(9) +
        [shop.perSecond, shop.p50, shop.p95, shop.p99].map((value) => fixed(value)).join('') +
        fixed(shop.processor, 2) +
        fixed(shop.megabytes, 0) +
        (database ? fixed(database.perSecond) : ''.padStart(9)) +
        share.padStart(9) +
        (shop.failed > 0 ? `  ${shop.failed} failed` : ''),
    );
  }
}
