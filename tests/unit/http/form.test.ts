import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';

const post = (fields: [string, string][], path = '/checkout') => {
  const body = new URLSearchParams(fields);
  return new Request(`http://localhost:3000${path}`, { method: 'POST', body });
};

const schema = z.object({
  email: z.email(),
  name: z.string().max(10),
  note: z.string().optional(),
  tags: z.array(z.string()).optional(),
  lines: z.array(z.object({ sku: z.string(), quantity: z.string().regex(/^\d+$/, 'not_a_whole_number') })).optional(),
});

describe('what is right', () => {
  test('is trimmed, and an empty field is absent', async () => {
    const form = await parseForm(
      post([
        ['email', ' ana@harbour.example '],
        ['name', 'Ana'],
        ['note', '  '],
      ]),
      schema,
    );
    expect(form).toMatchObject({ ok: true, value: { email: 'ana@harbour.example', name: 'Ana' } });
    expect(form.ok && 'note' in form.value).toBe(false);
  });
  test('a list is a list with one value as with two', async () => {
    const base: [string, string][] = [
      ['email', 'a@b.example'],
      ['name', 'A'],
    ];
    const one = await parseForm(post([...base, ['tags', 'x']]), schema);
    const two = await parseForm(post([...base, ['tags', 'x'], ['tags', 'y']]), schema);
    expect(one.ok && one.value.tags).toEqual(['x']);
    expect(two.ok && two.value.tags).toEqual(['x', 'y']);
  });
  test('of a field sent twice where one is meant, the last counts', async () => {
    const form = await parseForm(
      post([
        ['email', 'a@b.example'],
        ['name', 'A'],
        ['name', 'B'],
      ]),
      schema,
    );
    expect(form.ok && form.value.name).toBe('B');
  });
  test('dotted names make lines, in the order of their numbers', async () => {
    const form = await parseForm(
      post([
        ['email', 'a@b.example'],
        ['name', 'A'],
        ['lines.10.sku', 'B'],
        ['lines.10.quantity', '2'],
        ['lines.2.sku', 'A'],
        ['lines.2.quantity', '1'],
      ]),
      schema,
    );
    expect(form.ok && form.value.lines).toEqual([
      { sku: 'A', quantity: '1' },
      { sku: 'B', quantity: '2' },
    ]);
  });
  test('a name that reaches for the prototype changes nothing', async () => {
    const form = await parseForm(
      post([
        ['email', 'a@b.example'],
        ['name', 'A'],
        ['__proto__.evil', '1'],
        ['constructor.prototype.evil', '1'],
      ]),
      schema,
    );
    expect(form.ok).toBe(true);
    expect(({} as Record<string, unknown>).evil).toBeUndefined();
  });
});

describe('what is wrong', () => {
  test('is answered with 400, words under each field and everything that was typed', async () => {
    const form = await parseForm(
      post([
        ['email', 'ana'],
        ['name', 'Ana of the Harbour'],
        ['password', 'hunter2'],
        ['postal_code', '10117'],
      ]),
      schema,
    );
    if (form.ok) throw new Error('the form should have been refused');
    const reply = formReply(form);
    expect(reply.init?.status).toBe(400);
    expect(reply.data.form.fields).toEqual({
      email: 'Enter an email address such as name@example.com.',
      name: 'Use at most 10 characters.',
    });
    expect(reply.data.form.values).toEqual({ email: 'ana', name: 'Ana of the Harbour', postal_code: '10117' });
  });
  test('is said in the language of the page', async () => {
    const form = await parseForm(post([['email', 'a@b.example']], '/de/checkout'), schema);
    expect(!form.ok && formReply(form).data.form.fields).toEqual({ name: 'Bitte ausfüllen.' });
  });
  test('the message of a schema is a key of the catalogue', async () => {
    const form = await parseForm(
      post([
        ['email', 'a@b.example'],
        ['name', 'A'],
        ['lines.0.sku', 'X'],
        ['lines.0.quantity', 'two'],
      ]),
      schema,
    );
    expect(!form.ok && formReply(form).data.form.fields).toEqual({ 'lines.0.quantity': 'Enter a whole number.' });
  });
  test('concerns the whole form where no field is to blame', async () => {
    const same = z
      .object({ a: z.string(), b: z.string() })
      .refine(({ a, b }) => a === b, { error: 'not_the_same', path: [] });
    const form = await parseForm(
      post([
        ['a', '1'],
        ['b', '2'],
      ]),
      same,
    );
    expect(!form.ok && formReply(form).data.form.messages).toEqual(['The two do not match.']);
  });
  test('may be what only the shop knows', async () => {
    const request = post([
      ['email', 'a@b.example'],
      ['name', 'A'],
    ]);
    const form = await parseForm(request, schema);
    expect(formReply(fieldRefused(request, form, 'email', 'already_taken')).data.form).toEqual({
      fields: { email: 'This is taken already.' },
      messages: [],
      values: { email: 'a@b.example', name: 'A' },
    });
  });
});
