import { expect, test } from 'vitest';
import { isConnectionLoss } from '#db/connection-loss.server.ts';
import { tellError } from '#app/integrations/logger.server.ts';

const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });

test('a log keeps where an error came from, and nobody’s data', () => {
  const inner = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (email)=(ana@harbour.example)',
  });
  const error = new Error('Failed query: insert into persons\nparams: ana@harbour.example,Ana', { cause: inner });
  const told = JSON.stringify(tellError(error));
  expect(told).not.toContain('ana@harbour.example');
  expect(tellError(error)).toMatchObject({ message: 'Failed query: insert into persons', cause: { code: '23505' } });
  expect(tellError(error).stack[0]).toMatch(/^at /);
});

test.each<[string, unknown, boolean]>([
  ['a server that is not there', refused, true],
  ['the same inside a failed statement', new Error('Failed query', { cause: refused }), true],
  ['the same for both of a name’s addresses', new AggregateError([refused]), true],
  ['a server that is shutting down', Object.assign(new Error(), { code: '57P01' }), true],
  ['a broken rule', Object.assign(new Error(), { code: '23505' }), false],
  ['a mistake of ours', new TypeError('x is not a function'), false],
  ['no error at all', 'ECONNREFUSED', false],
])('is the database away? %s', (_case, error, expected) => expect(isConnectionLoss(error)).toBe(expected));
