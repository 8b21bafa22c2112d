import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { pictureData } from '#app/http/picture-address.server.ts';
import { pictureShelf } from '#app/integrations/pictures/picture-shelf.server.ts';
import { formatFrom, isPictureName, widthFrom } from '#app/integrations/pictures/rendition.ts';
import { loader } from '#app/routes/shop/picture.ts';

const pictureFolder = join(import.meta.dirname, '../../../db/seed/demo/pictures');
const cache = mkdtempSync(join(tmpdir(), 'pictures-'));
const shelf = pictureShelf({ masters: pictureFolder, cache });
afterAll(() => rmSync(cache, { recursive: true }));

const ask = (path: string, headers: Record<string, string> = {}) => {
  const request = new Request(`http://localhost${path}`, { headers });
  const name = new URL(request.url).pathname.split('/').at(-1);
  return loader({ request, params: { name }, context: { deps: { pictures: shelf } } } as never) as Promise<Response>;
};

describe('what a browser asks for', () => {
  test.each([
    ['image/avif,image/webp,*/*;q=0.8', 'avif'],
    ['image/webp,*/*', 'webp'],
    ['image/avif;q=0, image/webp', 'webp'],
    ['*/*', 'jpeg'],
    [null, 'jpeg'],
  ])('%s gets %s', (accept, format) => expect(formatFrom(accept)).toBe(format));

  test('widths are those we make and no other', () => {
    expect([widthFrom('320'), widthFrom(null), widthFrom('321'), widthFrom('1e3'), widthFrom('')]).toEqual([
      320,
      640,
      null,
      null,
      null,
    ]);
  });

  test('a name leads nowhere else', () => {
    expect(['house-espresso', 'espresso-cup--moss'].every(isPictureName)).toBe(true);
    expect(['../package', 'a/b', 'a.webp', '', '-a', 'A'].some(isPictureName)).toBe(false);
  });
});

describe('a picture', () => {
  test('comes in the width and format asked for, and is kept', async () => {
    const first = await ask('/pictures/house-espresso?w=320', { Accept: 'image/webp' });
    expect(first.headers.get('Content-Type')).toBe('image/webp');
    expect(first.headers.get('Vary')).toBe('Accept');
    const bytes = Buffer.from(await first.arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 320, height: 320, format: 'webp' });
    expect(readdirSync(cache).filter((file) => file.endsWith('-320.webp'))).toHaveLength(1);
    const second = await ask('/pictures/house-espresso?w=320', { Accept: 'image/webp' });
    expect(Buffer.from(await second.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('is made once however many ask at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => shelf.rendition('moka-pot', { width: 160, format: 'avif' })),
    );
    expect(new Set(answers.map((answer) => answer?.bytes)).size).toBe(1);
    expect(readdirSync(cache).filter((file) => file.includes('-160.avif'))).toHaveLength(1);
  });

  test('may be kept for ever where its address names the content, and is not sent twice', async () => {
    const data = await pictureData(shelf, { source: 'home', alt: 'The counter' });
    expect(data).toMatchObject({ width: 1600, height: 1000, alt: 'The counter' });
    expect(data?.srcSet?.split(', ')).toHaveLength(7);
    const named = await ask(data?.src ?? '');
    expect(named.headers.get('Cache-Control')).toContain('immutable');
    expect((await ask('/pictures/home?w=640')).headers.get('Cache-Control')).toBe('public, max-age=3600');
    const again = await ask(data?.src ?? '', { 'If-None-Match': named.headers.get('ETag') ?? '' });
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
  });

  test.each(['/pictures/nothing', '/pictures/house-espresso?w=333', '/pictures/..%2Fpackage'])(
    '%s is not there',
    async (path) => expect((await ask(path)).status).toBe(404),
  );

  test('from elsewhere keeps its address; a name without a picture has none', async () => {
    expect(await pictureData(shelf, { source: 'https://x.example/a.jpg', alt: '' })).toMatchObject({
      src: 'https://x.example/a.jpg',
    });
    expect(await pictureData(shelf, { source: 'gone', alt: '' })).toBeNull();
  });
});
