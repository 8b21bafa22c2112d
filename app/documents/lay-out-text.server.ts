import { type Face, type Weight, faceFor, faceHas, plainFace } from './fonts.server';

/** A piece of one line in one face. Right-to-left scripts are shaped within their piece. */
type Run = { readonly face: Face; readonly text: string; readonly width: number };
export type Line = { readonly runs: readonly Run[]; readonly width: number };
export type Type = { readonly size: number; readonly weight: Weight };

const unknownSign = '?';
const isJoining = (sign: string) => /[\p{M}\u200c\u200d]/u.test(sign);
const isNeutral = (sign: string) => /[\s\p{P}]/u.test(sign);
const isIgnored = (sign: string) => /[\p{Cc}\p{Cf}\p{Variation_Selector}]/u.test(sign) && !/[\u200c\u200d]/.test(sign);

const widths = new Map<string, number>();
function widthOf(face: Face, text: string): number {
  const key = `${face.name} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size > 20_000) widths.clear();
  const width = face.font.layout(text).advanceWidth / face.font.unitsPerEm;
  widths.set(key, width);
  return width;
}

/** One text on one line: in as few pieces as its scripts allow. A sign no face has becomes a question mark. */
export function lineOf(text: string, { size, weight }: Type): Line {
  const pieces: { face: Face; text: string }[] = [];
  for (const sign of text) {
    if (isIgnored(sign)) continue;
    const last = pieces.at(-1);
    const stays = last && (isNeutral(sign) || isJoining(sign)) && faceHas(last.face, sign);
    const found = stays ? last.face : faceFor(sign, weight);
    if (!found && isJoining(sign)) continue;
    const face = found ?? plainFace(weight);
    const said = found ? sign : unknownSign;
    if (last?.face === face) last.text += said;
    else pieces.push({ face, text: said });
  }
  const runs = pieces.map((piece) => ({ ...piece, width: widthOf(piece.face, piece.text) * size }));
  return { runs, width: runs.reduce((sum, run) => sum + run.width, 0) };
}

/** Where a line may end: after a space or hyphen, and between signs of scripts that write without spaces. */
const pieces =
  /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}-]*(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}-]|\s+|$)/gu;

/** A text in lines no wider than `width`; a word wider than that is broken. Line ends in the text are kept. */
export function wrap(text: string, type: Type, width: number): Line[] {
  return text.split(/\r?\n/).flatMap((paragraph) => wrapParagraph(paragraph, type, width));
}

function wrapParagraph(text: string, type: Type, width: number): Line[] {
  const lines: string[] = [];
  let current = '';
  const fits = (candidate: string) => lineOf(candidate.trimEnd(), type).width <= width;
  for (const piece of text.match(pieces) ?? []) {
    if (fits(current + piece)) {
      current += piece;
      continue;
    }
    if (current.trim()) lines.push(current);
    current = '';
    for (const sign of piece) {
      if (current && !fits(current + sign)) {
        lines.push(current);
        current = '';
      }
      current += sign;
    }
  }
  if (current.trim() || lines.length === 0) lines.push(current);
  return lines.map((line) => lineOf(line.trim(), type));
}
