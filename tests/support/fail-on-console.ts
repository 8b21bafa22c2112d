import { afterEach, beforeEach, expect, vi } from 'vitest';

/** Noise is a failure: a test that expects an error on the console says so with `expectConsoleError`. */
let expected = 0;
export const expectConsoleError = (times = 1) => {
  expected += times;
};

beforeEach(() => {
  expected = 0;
  vi.spyOn(console, 'error');
});

afterEach(() => {
  const calls = vi.mocked(console.error).mock.calls.length;
  vi.mocked(console.error).mockRestore();
  expect(calls, 'calls of console.error').toBe(expected);
});
