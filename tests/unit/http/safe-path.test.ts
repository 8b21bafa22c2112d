import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { safePath } from '#app/http/safe-path.ts';
import { sharedData } from '#tests/support/shared-data.ts';

const origin = 'http://localhost:3000';

test.each([
  ['/account', '/account'],
  ['/de/products/x?size=1#reviews', '/de/products/x?size=1#reviews'],
  ['/search?q=//evil.example', '/search?q=//evil.example'],
  ['//evil.example', null],
  ['/\\evil.example', null],
  ['/\t/evil.example', null],
  ['/.//evil.example', null],
  ['/a/..//evil.example', null],
  ['https://evil.example', null],
  ['javascript:alert(1)', null],
  ['account', null],
  ['', null],
  [null, null],
])('%j leads to %j', (wanted, path) => expect(safePath(wanted, origin)).toBe(path));

const list = sharedData('hostile-input/open-redirect-PATT.txt');
describe.skipIf(!list)('published redirect attacks', () => {
  const attacks = list ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : [];
  test('none of them leaves the shop, neither as written nor decoded', () => {
    const variants = attacks.flatMap((text) => {
      try {
        return [text, decodeURIComponent(text)];
      } catch {
        return [text];
      }
    });
    const escaped = variants.filter((text) => {
      const path = safePath(text, origin);
      // what a browser does with the Location header, on this origin
      return path !== null && new URL(path, origin).origin !== origin;
    });
    expect(attacks.length).toBeGreaterThan(200);
    expect(escaped).toEqual([]);
    expect(variants.filter((text) => safePath(text, origin)?.startsWith('//'))).toEqual([]);
  });
});
