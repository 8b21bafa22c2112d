import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Font, create } from 'fontkit';

export type Weight = 400 | 700;
export type Face = { readonly name: string; readonly weight: Weight; readonly data: Buffer; readonly font: Font };

/** In the order they are asked for a sign: what most documents need first, large ones last. Each is opened when a text
 *  first needs it. */
const scripts = [
  'noto-sans latin',
  'noto-sans latin-ext',
  'noto-sans greek',
  'noto-sans cyrillic',
  'noto-sans greek-ext',
  'noto-sans cyrillic-ext',
  'noto-sans vietnamese',
  'noto-sans devanagari',
  'noto-sans-hebrew hebrew',
  'noto-sans-arabic arabic',
  'noto-sans-kr korean',
  'noto-sans-jp japanese',
  'noto-sans-sc chinese-simplified',
] as const;

const resolver = createRequire(import.meta.url);
const opened = new Map<string, Face>();

function face(script: string, weight: Weight): Face {
  const name = `${script} ${weight}`;
  const known = opened.get(name);
  if (known) return known;
  const [family = '', subset = ''] = script.split(' ');
  const data = readFileSync(resolver.resolve(`@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`));
  const made = { name, weight, data, font: create(data) as Font };
  opened.set(name, made);
  return made;
}

const has = ({ font }: Face, sign: string): boolean => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);

/** The first face that has this sign. Null when none of them has. */
export function faceFor(sign: string, weight: Weight): Face | null {
  for (const script of scripts) {
    const candidate = face(script, weight);
    if (has(candidate, sign)) return candidate;
  }
  return null;
}

export const faceHas = has;
export const plainFace = (weight: Weight): Face => face(scripts[0], weight);
