import type * as z from 'zod';

export type BodyProblem = { pointer: string; code: string; message: string };

const pointer = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What is wrong with a body, by JSON pointer. Unknown fields come first and by their own code. */
export function bodyProblems(error: z.ZodError): { code: 'unknown_field' | 'invalid'; errors: BodyProblem[] } {
  const errors = error.issues.flatMap((issue): BodyProblem[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          pointer: pointer([...issue.path, key]),
          code: 'unknown_field',
          message: `There is no field ${key} here`,
        }))
      : [{ pointer: pointer(issue.path), code: 'invalid', message: issue.message }],
  );
  const unknown = errors.filter(({ code }) => code === 'unknown_field');
  return unknown.length > 0
    ? { code: 'unknown_field', errors: [...unknown, ...errors.filter((e) => e.code !== 'unknown_field')] }
    : { code: 'invalid', errors };
}
