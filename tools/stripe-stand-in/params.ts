import { invalid, missingParameter } from './faults.ts';
import { type Raw, members } from './form.ts';

/** What a call accepts. Anything that is not listed is refused, as Stripe does.
 *  `map` is a flat set of texts ('' clears it), `texts` a list of texts, `accepted` is taken and ignored. */
export type Field =
  'text' | 'integer' | 'boolean' | 'map' | 'texts' | 'accepted' | readonly string[] | { readonly each: Shape } | Shape;
export type Shape = { readonly [name: string]: Field };

type Value<F> = F extends 'text'
  ? string
  : F extends 'integer'
    ? number
    : F extends 'boolean'
      ? boolean
      : F extends 'map'
        ? Record<string, string> | ''
        : F extends 'texts'
          ? string[]
          : F extends 'accepted'
            ? Raw
            : F extends readonly (infer E)[]
              ? E
              : F extends { readonly each: infer S }
                ? Params<S>[]
                : F extends Shape
                  ? Params<F>
                  : never;
export type Params<S> = { readonly [K in keyof S]?: Value<S[K]> };

const within = (path: string, name: string) => (path ? `${path}[${name}]` : name);

function decodeValue(field: Field, raw: Raw, path: string): unknown {
  if (field === 'accepted') return raw;
  if (field === 'map') {
    if (raw === '') return '';
    if (typeof raw === 'string' || Array.isArray(raw)) throw invalid(`Invalid hash: ${path}`, path);
    return raw;
  }
  if (field === 'texts') return members(raw).map((member) => decodeValue('text', member, path));
  if (typeof field === 'object' && !Array.isArray(field)) {
    if ('each' in field)
      return members(raw).map((member, at) => decode(field.each as Shape, member, within(path, String(at))));
    return raw === '' ? {} : decode(field as Shape, raw, path);
  }
  if (typeof raw !== 'string') throw invalid(`Invalid value for ${path}`, path);
  if (field === 'integer') {
    if (!/^-?\d{1,15}$/.test(raw)) throw invalid(`Invalid integer: ${raw}`, path, 'parameter_invalid_integer');
    return Number(raw);
  }
  if (field === 'boolean') {
    if (raw !== 'true' && raw !== 'false') throw invalid(`Invalid boolean: ${raw}`, path);
    return raw === 'true';
  }
  if (Array.isArray(field) && !field.includes(raw))
    throw invalid(`Invalid ${path}: must be one of ${field.join(', ')}`, path);
  if (raw.length > 5000) throw invalid(`Invalid string: ${path} must be at most 5000 characters`, path);
  return raw;
}

/** @throws Fault 400, `parameter_unknown` for what the shape does not list */
export function decode<S extends Shape>(shape: S, raw: Raw, path = ''): Params<S> {
  if (typeof raw === 'string' || Array.isArray(raw)) throw invalid(`Invalid object: ${path}`, path);
  const decoded: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw)) {
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
    const full = within(path, name);
    if (!field) throw invalid(`Received unknown parameter: ${full}`, full, 'parameter_unknown');
    decoded[name] = decodeValue(field, value, full);
  }
  return decoded as Params<S>;
}

export function required<P, K extends keyof P & string>(params: P, name: K, path: string = name): NonNullable<P[K]> {
  const value = params[name];
  if (value === undefined || value === null || value === '') throw missingParameter(path);
  return value as NonNullable<P[K]>;
}

/** Stripe's rule: a name with an empty value goes away, '' clears all, the rest stays. */
export function mergeMetadata(before: Record<string, string> | null, change: Record<string, string> | '' | undefined) {
  if (change === undefined) return { ...before };
  if (change === '') return {};
  const merged = { ...before, ...change };
  const kept = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''));
  const names = Object.keys(kept);
  if (names.length > 50) throw invalid('Metadata can have up to 50 keys', 'metadata');
  for (const name of names) {
    if (name.length > 40) throw invalid(`Metadata keys can be up to 40 characters long: ${name}`, 'metadata');
    if (typeof kept[name] !== 'string') throw invalid('Metadata values must be strings', 'metadata');
    if ((kept[name] ?? '').length > 500)
      throw invalid(`Metadata values can be up to 500 characters long: ${name}`, `metadata[${name}]`);
  }
  return kept;
}
