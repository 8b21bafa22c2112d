import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtFiles } from '#app/http/server/built-files.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'built-'));
const script = 'export const words = "one and one and one and one";\n'.repeat(40);
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'assets/page-1a.js'), script);
writeFileSync(join(folder, 'secret.txt'), 'beside the assets');

let server: Server;
beforeAll(
  () =>
    new Promise<void>(
      (ready) =>
        (server = express()
          .use(builtFiles(folder))
          .listen(0, () => ready())),
    ),
);
afterAll(() => new Promise<void>((done) => server.close(() => (rmSync(folder, { recursive: true }), done()))));

/** As it comes over the wire. */
const fetched = (path: string, encodings: string) =>
  new Promise<{ status: number | undefined; encoding: string | undefined; cache: string | undefined; body: Buffer }>(
    (resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      get({ port, path, headers: { 'Accept-Encoding': encodings } }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({
            ...{ status: answer.statusCode, body: Buffer.concat(parts) },
            ...{ encoding: answer.headers['content-encoding'], cache: answer.headers['cache-control'] },
          }),
        );
      }).on('error', reject);
    },
  );

test.each(['first', 'again'])('a script goes out pressed and is kept for ever, asked for %s', async () => {
  const { status, encoding, cache, body } = await fetched('/assets/page-1a.js', 'gzip, br');
  expect({ status, encoding, cache }).toEqual({
    ...{ status: 200, encoding: 'br', cache: 'public, max-age=31536000, immutable' },
  });
  expect(body.length).toBeLessThan(script.length / 10);
  expect(brotliDecompressSync(body).toString()).toBe(script);
});

test('who takes no Brotli gets the same as it lies there', async () => {
  const { status, encoding, cache, body } = await fetched('/assets/page-1a.js', 'identity');
  expect({ status, encoding, cache }).toEqual({
    ...{ status: 200, encoding: undefined, cache: 'public, max-age=31536000, immutable' },
  });
  expect(body.toString()).toBe(script);
});

test.each(['/assets/page-2b.js', '/assets/..%2Fsecret.txt', '/assets/%2e%2e/secret.js'])(
  '%s is not there',
  async (path) => {
    expect((await fetched(path, 'br')).status).toBeGreaterThanOrEqual(400);
  },
);
