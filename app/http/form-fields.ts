import type { core } from 'zod';
import type { FormValues } from './form-answer';

/** More lines than any page of the shop shows; a longer form is not one of ours. */
const mostLines = 2_000;
/** Never given back to a page: what people type here stays with them. */
const secretFields = /password|secret|totp|token/i;

/** Every field but files and secrets, as typed. */
export function typedValues(form: FormData): FormValues {
  const values: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const name of new Set(form.keys())) {
    if (secretFields.test(name)) continue;
    const texts = form.getAll(name).filter((value) => typeof value === 'string');
    const [first, ...more] = texts;
    if (first !== undefined) values[name] = more.length > 0 ? texts : first;
  }
  return values;
}

/** The form as the object its schema describes: text is trimmed, an empty field is absent, a name such as
 *  `lines.0.quantity` nests, and a field the schema knows as a list is one even with a single value. */
export function formObject(form: FormData, schema: core.$ZodType): Record<string, unknown> {
  const object: Tree = Object.create(null) as Tree;
  for (const name of new Set(form.keys())) {
    const path = name.split('.');
    if (path.some((step) => step === '' || step === '__proto__' || Number(step) >= mostLines)) continue;
    const given = form.getAll(name).flatMap((value) => meant(value));
    const value = isList(schemaAt(schema, path)) ? given : given[given.length - 1];
    put(object, path, value);
  }
  return arrayed(object) as Record<string, unknown>;
}

type Tree = { [key: string]: unknown };

function meant(value: FormDataEntryValue): (string | File)[] {
  if (typeof value !== 'string') return value.size === 0 && value.name === '' ? [] : [value];
  const text = value.trim();
  return text === '' ? [] : [text];
}

function put(tree: Tree, [step = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    if (value !== undefined) tree[step] = value;
    return;
  }
  const next = tree[step];
  const branch = isTree(next) ? next : (Object.create(null) as Tree);
  tree[step] = branch;
  put(branch, rest, value);
}

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null;

/** Branches whose keys are all numbers become lists, in the order of the numbers. */
function arrayed(value: unknown): unknown {
  if (!isTree(value)) return value;
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every((key) => /^\d+$/.test(key)))
    return keys.sort((a, b) => Number(a) - Number(b)).map((key) => arrayed(value[key]));
  return Object.fromEntries(keys.map((key) => [key, arrayed(value[key])]));
}

type Def = {
  type: string;
  innerType?: core.$ZodType;
  in?: core.$ZodType;
  element?: core.$ZodType;
  shape?: Record<string, core.$ZodType>;
};

/** The schema below optional, default, pipe and the like. */
function bare(schema: core.$ZodType | undefined): Def | undefined {
  let def = schema?._zod.def as Def | undefined;
  while (def && (def.innerType ?? def.in)) def = (def.innerType ?? def.in)?._zod.def as Def | undefined;
  return def;
}

function schemaAt(schema: core.$ZodType | undefined, [step, ...rest]: string[]): core.$ZodType | undefined {
  if (step === undefined) return schema;
  const def = bare(schema);
  const below = def?.shape && Object.hasOwn(def.shape, step) ? def.shape[step] : undefined;
  return schemaAt(/^\d+$/.test(step) ? def?.element : below, rest);
}

const isList = (schema: core.$ZodType | undefined): boolean => bare(schema)?.type === 'array';
