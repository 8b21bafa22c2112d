import type { z } from 'zod';
import { type EmailName, emailProps } from './emails';

type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  entries?: Record<string, string>;
  values?: readonly unknown[];
};
const defOf = (schema: z.ZodType): Def => (schema as unknown as { _zod: { def: Def } })._zod.def;

/** Values a mail could have, made up from its schema: the same for the same `variant`, other branches for others. */
export function sampleEmailProps(mail: EmailName, p: { origin: string; variant: number }): unknown {
  let turn = p.variant;
  const pick = <T>(options: readonly T[]): T => {
    turn = (turn * 1_103_515_245 + 12_345) % 2_147_483_648;
    return options[p.variant === 0 ? 0 : Math.floor(turn / 65_536) % options.length] as T;
  };
  const make = (schema: z.ZodType, name: string): unknown => {
    const def = defOf(schema);
    switch (def.type) {
      case 'object':
        return Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, inner]) => [key, make(inner, key)]));
      case 'array':
        return def.element ? [make(def.element, name), make(def.element, name)] : [];
      case 'enum':
        return pick(Object.values(def.entries ?? {}));
      case 'literal':
        return pick(def.values ?? []);
      case 'boolean':
        return pick([false, true]);
      case 'number':
        return 3;
      case 'nullable':
      case 'optional':
        return pick([true, false]) && def.innerType ? make(def.innerType, name) : null;
      case 'default':
        return def.innerType ? make(def.innerType, name) : null;
      default:
        return textFor(name, p.origin);
    }
  };
  return make(emailProps[mail], mail);
}

function textFor(name: string, origin: string): string {
  if (/url$/i.test(name)) return `${origin}/`;
  if (/(amount|total|goods|sum|shipping|unit|before|payable)$/i.test(name)) return '€24.50';
  if (/(on|until|day|days|date|delivery)$/i.test(name)) return '30 Nov';
  return samples[name] ?? `‹${name}›`;
}

const samples: Readonly<Record<string, string>> = {
  name: 'Ada Lovelace',
  by: 'Ada Lovelace',
  author: 'Ada Lovelace',
  company: 'Harbour Hotels',
  number: 'K7M2-4QX9',
  list: 'HARBOUR-2027',
  label: '2 × House Espresso, 1 kg',
  title: 'House Espresso, 1 kg',
  address: 'Unter den Linden 5, 10117 Berlin',
  place: 'Pier 9',
  quantity: '2',
  percent: '10',
  code: 'BACK-10',
  carrier: 'DHL',
  trackingNumber: '00340434161094',
};
