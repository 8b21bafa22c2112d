import { Readable, PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { sendEmail } from '#app/jobs/catalog.ts';
import { enqueue } from '#app/jobs/enqueue.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { storeIssued } from '#app/use-cases/files/store-file.server.ts';
import { UnfitBackup, backUp, restore } from '#db/backup.server.ts';
import { listFiles, readFileContent } from '#db/queries/files.server.ts';
import { apiClient, depsAt } from '#tests/support/api.ts';
import { testDatabase } from '#tests/support/database.ts';

const at = '2027-03-01T09:00:00Z';
const hostile =
  'tab\there, back\\slash, "quotes", \\. alone, \\N null, new\nline, line\u2028separator, ünïcödé 咖啡 🫘';

const everyByte = {
  owner: { kind: 'product', id: newId() } as const,
  companyId: null,
  issueKey: 'every-byte',
  name: 'bytes.bin',
  mediaType: 'application/octet-stream',
  content: Uint8Array.from({ length: 256 }, (_, byte) => byte),
};

async function contentsOf(url: string): Promise<string> {
  const lines = new PassThrough();
  const [, contents] = await Promise.all([backUp(url, lines, new Date(at)).then(() => lines.end()), text(lines)]);
  return contents;
}

describe('a restored shop is the same shop', async () => {
  const original = await testDatabase();
  const other = await testDatabase();
  let contents = '';

  beforeAll(async () => {
    const deps = depsAt(original.db, at);
    const api = await apiClient(deps);
    const variants = [{ sku: 'A-1', stock: '7', cost: { EUR: '3.123456' }, attributes: { note: hostile } }];
    expect((await api('PUT', '/products/a', { title: hostile, category: 'x/y/z', variants })).status).toBe(201);
    await enqueue(original.db, sendEmail, { emailId: newId() });
    await original.db.transaction((tx) => storeIssued(tx, { ...everyByte, at: new Date(at) }));
    contents = await contentsOf(original.url);
  });

  test('every row, job and sequence is back, whatever was there before', async () => {
    const api = await apiClient(depsAt(other.db, at));
    expect((await api('PUT', '/products/b', { title: 'goes away' })).status).toBe(201);

    const counts = await restore(other.url, Readable.from([contents]));
    expect(counts.rows).toBeGreaterThan(5);
    expect(await contentsOf(other.url)).toBe(contents);
    const [product] = await other.db.execute<{ title: { en: string } }>(sql`select title from products`);
    expect(product?.title.en).toBe(hostile.trim());
    const [file] = await listFiles(other.db, { owner: everyByte.owner });
    const content = await readFileContent(other.db, { id: file?.id ?? '' });
    expect([...(content ?? [])]).toEqual([...everyByte.content]);
  });

  test.each([
    ['something else', 'PK\u0003\u0004\n'],
    ['nothing at all', ''],
    ['a backup of another schema', JSON.stringify({ tradepost: 1, migration: 'other', takenAt: at })],
  ])('%s is refused and changes nothing', async (_case, wrong) => {
    const before = await contentsOf(original.url);
    await expect(restore(original.url, Readable.from([wrong]))).rejects.toThrow(UnfitBackup);
    expect(await contentsOf(original.url)).toBe(before);
  });

  test('a backup that was cut off is refused and changes nothing', async () => {
    const half = contents.slice(0, contents.indexOf('"table":"public.variants"') + 200);
    await expect(restore(original.url, Readable.from([half]))).rejects.toThrow();
    expect(await contentsOf(original.url)).toBe(contents);
  });
});
