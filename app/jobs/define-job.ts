import type { z } from 'zod';

/** A name, the shape of its payload (ids only), and how a second one of the same key joins the first. */
export type JobDefinition<Payload> = {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** Jobs of one key are one job: enqueueing again moves it. Null = every one counts. */
  readonly key: ((payload: Payload) => string) | null;
  /** Jobs of one queue run one after another. */
  readonly queue: ((payload: Payload) => string) | null;
  readonly maxAttempts: number;
};

export const defineJob = <Payload>(
  name: string,
  payload: z.ZodType<Payload>,
  options: { key?: (payload: Payload) => string; queue?: (payload: Payload) => string; maxAttempts?: number } = {},
): JobDefinition<Payload> => ({
  name,
  payload,
  key: options.key ?? null,
  queue: options.queue ?? null,
  maxAttempts: options.maxAttempts ?? 12,
});
