import { expect, test } from 'vitest';
import { backTo } from '#app/http/back-to.server.ts';
import { problem, refusalProblem } from '#app/http/problem.ts';

test('a problem is told as RFC 9457 says, with our code', async () => {
  const response = problem(400, {
    code: 'unknown_field',
    title: 'A field is not known',
    more: { fields: ['colour'] },
  });
  expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
  expect(await response.json()).toEqual({
    type: 'urn:tradepost:problem:unknown_field',
    title: 'A field is not known',
    status: 400,
    code: 'unknown_field',
    fields: ['colour'],
  });
});

test('a refusal answers with the status of its code', () => {
  expect(refusalProblem('own_request', 'No').status).toBe(403);
  expect(refusalProblem('number_taken', 'No').status).toBe(409);
});

test.each([
  ['/cart?x=1', '/cart?x=1'],
  ['//evil.example', '/de'],
  ['/\\evil.example', '/de'],
  ['https://evil.example/', '/de'],
  [null, '/de'],
])('going back to %s leads to %s', (wanted, path) => {
  expect(backTo(new Request('http://localhost:3000/de/preferences/theme'), wanted)).toBe(path);
});
