import type { Weight } from './fonts.server';
import { type Line, lineOf } from './lay-out-text.server';

type Pdf = PDFKit.PDFDocument;
export type Structure = ReturnType<Pdf['struct']>;

/** A4 in points. */
const page = { width: 595.28, height: 841.89 };
export const margin = 50;
/** Where the text of a page ends and its foot begins. */
export const foot = page.height - 84;
const tones = { ink: '#1c1917', muted: '#57534e' } as const;
export type Tone = keyof typeof tones;

type Place = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly weight?: Weight;
  readonly align?: 'start' | 'end' | undefined;
  readonly tone?: Tone | undefined;
};

/** The paper under a document: how far down it is filled, its pages, and the tree of tags its readers follow. */
export class Sheet {
  readonly width = page.width - 2 * margin;
  y = margin;
  readonly #root: Structure;

  constructor(readonly pdf: Pdf) {
    this.#root = pdf.struct('Document');
    pdf.addStructure(this.#root);
  }

  nextPage(): void {
    this.pdf.addPage();
    this.y = this.pdf.bufferedPageRange().count > 1 ? margin + 8 : margin;
  }

  /** Begins a page unless this much is left on the one at hand. True when it did. */
  need(height: number): boolean {
    if (this.y + height <= foot) return false;
    this.nextPage();
    return true;
  }

  /** A new element at the end of the document, or of one above it. */
  tag(type: string, parent: Structure = this.#root, options: { scope?: 'Column' } = {}): Structure {
    const element = this.pdf.struct(type, options as object);
    parent.add(element);
    return element;
  }

  say(element: Structure, draw: () => void): void {
    element.add(draw);
  }

  artifact(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Pagination' });
    draw();
    this.pdf.endMarkedContent();
  }

  put(text: string, place: Place): void {
    this.putLine(lineOf(text, { size: place.size, weight: place.weight ?? 400 }), place);
  }

  putLine(line: Line, { x, y, width, size, align, tone }: Place): void {
    let at = align === 'end' ? x + width - line.width : x;
    this.pdf.fillColor(tones[tone ?? 'ink']);
    for (const { face, text, width: wide } of line.runs) {
      this.pdf.registerFont(face.name, face.data).font(face.name).fontSize(size);
      this.pdf.text(text, at, y + size, { lineBreak: false, baseline: 'alphabetic', features: [] });
      at += wide;
    }
  }

  /** A hairline over the whole width. */
  rule(y: number): void {
    this.pdf
      .moveTo(margin, y)
      .lineTo(margin + this.width, y)
      .lineWidth(0.5)
      .strokeColor('#d6d3d1')
      .stroke();
  }

  /** The same, told to readers as mere decoration. */
  ruleAside(y: number): void {
    this.pdf.markContent('Artifact', { type: 'Layout' });
    this.rule(y);
    this.pdf.endMarkedContent();
  }

  end(): void {
    this.#root.end();
  }
}
