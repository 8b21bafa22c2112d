import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEnv, WrongSettings } from '#app/env.server.ts';

const production = {
  SHOP_MODE: 'production',
  APP_ORIGIN: 'https://shop.example',
  APP_SECRET: 'a secret that is long enough to be one',
  DATABASE_URL: 'postgres://shop@db/shop',
  STRIPE_SECRET_KEY: 'sk_live_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
  SMTP_URL: 'smtp://mail',
};
const named = (source: Record<string, string | undefined>) => {
  try {
    readEnv(source);
    return [];
  } catch (error) {
    if (error instanceof WrongSettings) return error.problems.map(({ name }) => name);
    throw error;
  }
};

describe('without any setting', () => {
  test('it is a demo for this machine alone, on port 3000', () => {
    expect(readEnv({})).toMatchObject({
      mode: 'demo',
      host: '127.0.0.1',
      port: 3000,
      appOrigin: 'http://localhost:3000',
      dataDir: '.data',
      databaseUrl: null,
      seed: 'demo',
      trustProxy: null,
    });
  });
  test('an empty value is no value', () => {
    expect(readEnv({ PORT: '', SHOP_MODE: '', DATABASE_URL: '' })).toEqual(readEnv({}));
  });
});

describe('a wrong value stops the start and is named', () => {
  test.each<[string, Record<string, string | undefined>, string[]]>([
    ['a port in words', { PORT: 'three thousand' }, ['PORT']],
    ['a port beyond the last', { PORT: '70000' }, ['PORT']],
    ['an unknown mode', { SHOP_MODE: 'staging' }, ['SHOP_MODE']],
    ['another database system', { DATABASE_URL: 'mysql://db' }, ['DATABASE_URL']],
    ['an origin with a path', { APP_ORIGIN: 'https://shop.example/shop' }, ['APP_ORIGIN']],
    ['a key that is none', { STRIPE_SECRET_KEY: 'hello' }, ['STRIPE_SECRET_KEY']],
    ['a key without the secret of its webhooks', { STRIPE_SECRET_KEY: 'sk_test_1' }, ['STRIPE_WEBHOOK_SECRET']],
    ['a short secret', { APP_SECRET: 'short' }, ['APP_SECRET']],
    ['a flag in words', { ALLOW_PUBLIC_DEMO: 'yes' }, ['ALLOW_PUBLIC_DEMO']],
    ['a demo open to the world', { HOST: '0.0.0.0' }, ['HOST']],
    [
      'a stand-in beside a live key',
      { ...production, STRIPE_STAND_IN_URL: 'http://127.0.0.1:1' },
      ['STRIPE_STAND_IN_URL'],
    ],
    ['two at once', { PORT: 'x', SEED: 'y' }, ['PORT', 'SEED']],
  ])('%s', (_case, source, expected) => expect(named(source)).toEqual(expected));

  test('a demo may be opened to the world on purpose', () => {
    expect(named({ HOST: '0.0.0.0', ALLOW_PUBLIC_DEMO: '1' })).toEqual([]);
  });
});

describe('production', () => {
  test('starts with all it needs, and is never seeded', () => {
    expect(readEnv(production)).toMatchObject({ mode: 'production', seed: 'none', appOrigin: 'https://shop.example' });
  });
  test.each(Object.keys(production).slice(1))('does not start without %s', (name) => {
    expect(named({ ...production, [name]: '' })).toContain(name);
  });
  test('lets the built-in Postgres serve only when told to', () => {
    expect(named({ ...production, DATABASE_URL: '', ALLOW_EMBEDDED: '1' })).toEqual([]);
  });
  test('wants https, except on this machine', () => {
    expect(named({ ...production, APP_ORIGIN: 'http://shop.example' })).toEqual(['APP_ORIGIN']);
    expect(named({ ...production, APP_ORIGIN: 'http://localhost:3000' })).toEqual([]);
  });
});

test('.env.example lists every variable, and as it stands starts a demo', () => {
  const lines = readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=(.*)$/gm);
  const example = Object.fromEntries([...lines].map(([, name, value]) => [name, value]));
  const read = [...readFileSync('app/env.server.ts', 'utf8').matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name);
  expect(Object.keys(example).sort()).toEqual(read.sort());
  expect(readEnv(example)).toEqual(readEnv({}));
});
