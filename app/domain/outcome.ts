/** What a rule or an act answers: done, or a refusal with its stable code. Faults throw instead. */
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused<Code extends string, Detail = unknown> = {
  readonly ok: false;
  readonly code: Code;
  readonly detail?: Detail;
};
export type Outcome<T, Code extends string, Detail = unknown> = Ok<T> | Refused<Code, Detail>;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const refused = <Code extends string, Detail = unknown>(code: Code, detail?: Detail): Refused<Code, Detail> =>
  detail === undefined ? { ok: false, code } : { ok: false, code, detail };
