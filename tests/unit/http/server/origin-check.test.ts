import { describe, expect, test } from 'vitest';
import { mayWrite, type Sender } from '#app/http/server/origin-check.ts';
import { isForeignName, originOf, ownOrigins } from '#app/http/server/own-origins.ts';

const demo = { mode: 'demo', port: 3000, appOrigin: 'http://localhost:3000' } as const;
const shop = { mode: 'production', port: 3000, appOrigin: 'https://shop.example' } as const;
const post: Sender = { method: 'POST', path: '/cart', origin: undefined, site: undefined, authorization: undefined };

describe('in production only the shop itself may send a form', () => {
  const judge = (given: Partial<Sender>) => mayWrite({ ...post, ...given }, ownOrigins(shop), shop.appOrigin);
  test.each<[string, Partial<Sender>, boolean]>([
    ['its own page', { origin: 'https://shop.example', site: 'same-origin' }, true],
    ['its own page in an older browser', { origin: 'https://shop.example' }, true],
    ['a program that names nothing', {}, true],
    ['another site', { origin: 'https://evil.example', site: 'cross-site' }, false],
    ['another site in an older browser', { origin: 'https://evil.example' }, false],
    ['a sister site', { origin: 'https://blog.shop.example', site: 'same-site' }, false],
    ['a sister site that hides its name', { site: 'same-site' }, false],
    ['another site that hides its name', { site: 'cross-site' }, false],
    ['a sandboxed frame', { origin: 'null', site: 'cross-site' }, false],
    ['its own name without encryption', { origin: 'http://shop.example' }, false],
    ['its own name on another port', { origin: 'https://shop.example:8443' }, false],
    ['a story that does not fit together', { origin: 'https://shop.example', site: 'cross-site' }, false],
    ['the machine it runs on', { origin: 'http://localhost:3000' }, false],
    ['another site that only reads', { method: 'GET', origin: 'https://evil.example', site: 'cross-site' }, true],
    ['another site that deletes', { method: 'DELETE', origin: 'https://evil.example' }, false],
    ['another site, to a resource route', { path: '/preferences/theme', origin: 'https://evil.example' }, false],
  ])('%s: %j -> %s', (_case, given, expected) => expect(judge(given)).toBe(expected));
});

describe('machines that carry no cookie are let through to prove themselves', () => {
  const judge = (given: Partial<Sender>) =>
    mayWrite({ ...post, origin: 'https://elsewhere.example', ...given }, ownOrigins(shop), shop.appOrigin);
  test.each<[string, Partial<Sender>, boolean]>([
    ['Stripe reports', { path: '/webhooks/stripe' }, true],
    ['a mail program unsubscribes in one click', { path: '/unsubscribe/abc' }, true],
    ['a mail program unsubscribes from a German mail', { path: '/de/unsubscribe/abc' }, true],
    ['an ERP system shows its key', { path: '/api/v1/orders', authorization: 'Bearer tp_1' }, true],
    ['an API call without a key', { path: '/api/v1/orders' }, false],
    ['an API call with a password', { path: '/api/v1/orders', authorization: 'Basic YTpi' }, false],
    ['a key shown to a page', { path: '/cart', authorization: 'Bearer tp_1' }, false],
    ['a path that looks like Stripe’s', { path: '/webhooks/stripe/more' }, false],
    ['unsubscribing without saying who', { path: '/unsubscribe/' }, false],
  ])('%s: %j -> %s', (_case, given, expected) => expect(judge(given)).toBe(expected));
});

describe('a demo has three names on its machine', () => {
  test.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])('%s may send', (origin) => {
    expect(mayWrite({ ...post, origin, site: 'same-origin' }, ownOrigins(demo), origin)).toBe(true);
  });
  test('one name may send to another, though a browser calls that cross-site', () => {
    const sender = { ...post, origin: 'http://127.0.0.1:3000', site: 'cross-site' };
    expect(mayWrite(sender, ownOrigins(demo), 'http://localhost:3000')).toBe(true);
  });
  test('another program on this machine may not', () => {
    const sender = { ...post, origin: 'http://localhost:5173', site: 'same-site' };
    expect(mayWrite(sender, ownOrigins(demo), 'http://localhost:3000')).toBe(false);
  });
  test('redirects keep the name a request came by', () => {
    expect(originOf('127.0.0.1:3000', demo)).toBe('http://127.0.0.1:3000');
    expect(originOf('[::1]:3000', demo)).toBe('http://[::1]:3000');
  });
  test('on port 80 the origin has no port', () => {
    expect(ownOrigins({ ...demo, port: 80, appOrigin: 'http://localhost' })).toContain('http://127.0.0.1');
  });
  test('a name made up elsewhere is foreign and never gets into a link', () => {
    expect(isForeignName('rebound.evil.example:3000', demo)).toBe(true);
    expect(isForeignName(undefined, demo)).toBe(true);
    expect(isForeignName('localhost:3000', demo)).toBe(false);
    expect(originOf('rebound.evil.example:3000', demo)).toBe('http://localhost:3000');
  });
});

test('in production every request came to the one origin, whatever it says', () => {
  expect(originOf('localhost:3000', shop)).toBe('https://shop.example');
  expect(originOf('evil.example', shop)).toBe('https://shop.example');
});
