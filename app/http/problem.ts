import { type RefusalCode, refusalStatus } from './refusals';

export type Problem = {
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  /** Members of this kind of problem, such as the fields of `invalid_form`. */
  readonly more?: Readonly<Record<string, unknown>>;
};

/** An error as machines read it (RFC 9457), with our stable `code`. */
export function problem(status: number, { code, title, detail, more }: Problem, headers?: HeadersInit): Response {
  const body = { type: `urn:tradepost:problem:${code}`, title, status, code, ...(detail ? { detail } : {}), ...more };
  const all = new Headers(headers);
  all.set('Content-Type', 'application/problem+json; charset=utf-8');
  all.set('Cache-Control', 'no-store');
  return new Response(JSON.stringify(body), { status, headers: all });
}

/** The problem a refusal is, under the status of its code. */
export const refusalProblem = (code: RefusalCode, title: string, more?: Problem['more']): Response =>
  problem(refusalStatus[code], { code, title, more });
