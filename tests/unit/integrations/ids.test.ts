import { expect, test } from 'vitest';
import { newId } from '#app/integrations/ids.server.ts';

test('ids of one millisecond come in the order they were made, and none twice', () => {
  const ids = Array.from({ length: 2000 }, () => newId(1_800_000_000_000));
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
});

test('an id is a UUID of version 7 that begins with its time', () => {
  expect(newId(0x0123456789ab)).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(newId(1) < newId(2)).toBe(true);
});

test('ids of one moment stay in order while others are made between them', () => {
  const at = Date.UTC(2026, 10, 23, 9);
  const made = Array.from({ length: 6_000 }, (_, index) => {
    newId(at + 1 + (index % 100));
    return newId(at);
  });
  expect(made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
    true,
  );
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});
