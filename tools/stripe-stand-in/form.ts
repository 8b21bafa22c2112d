import { invalid } from './faults.ts';

export type Raw = string | Raw[] | { [name: string]: Raw };

const steps = (name: string): string[] => {
  const [head = '', ...rest] = name.split('[');
  return [head, ...rest.map((step) => step.replace(/\]$/, ''))];
};

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** `a[b]=1&c[0][d]=2&e[]=3` as nested objects and lists, the way Stripe reads a form body or a query. */
export function decodeForm(text: string): { [name: string]: Raw } {
  const root: { [name: string]: Raw } = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const path = steps(name);
    if (path.some((step) => forbidden.has(step)) || path.length > 12) throw invalid(`Invalid parameter: ${name}`, name);
    let at: { [name: string]: Raw } = root;
    for (const [depth, step] of path.entries()) {
      const key = step === '' ? String(Object.keys(at).length) : step;
      if (depth === path.length - 1) {
        at[key] = value;
        break;
      }
      const next = at[key];
      if (typeof next === 'object' && !Array.isArray(next)) at = next;
      else {
        const made: { [name: string]: Raw } = {};
        at[key] = made;
        at = made;
      }
    }
  }
  return root;
}

/** The members of a list in the order of their indexes. */
export function members(raw: Raw | undefined): Raw[] {
  if (raw === undefined || typeof raw === 'string') return raw ? [raw] : [];
  if (Array.isArray(raw)) return raw;
  return Object.keys(raw)
    .sort((a, b) => Number(a) - Number(b))
    .map((key) => raw[key] ?? '');
}
