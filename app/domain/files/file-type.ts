import { type Outcome, ok, refused } from '../outcome';

/** 10 MB, the same for what is uploaded and what is issued. */
export const largestFileBytes = 10 * 1024 * 1024;

export type FileRefusal = 'file_empty' | 'file_too_large' | 'file_type_refused';
export type JudgedFile = { readonly name: string; readonly mediaType: string };

type Kind = { mediaType: string; extensions: readonly [string, ...string[]] };

const office = 'application/vnd.openxmlformats-officedocument';
const pdf: Kind = { mediaType: 'application/pdf', extensions: ['pdf'] };
const png: Kind = { mediaType: 'image/png', extensions: ['png'] };
const jpeg: Kind = { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] };
const gif: Kind = { mediaType: 'image/gif', extensions: ['gif'] };
const webp: Kind = { mediaType: 'image/webp', extensions: ['webp'] };
const docx: Kind = { mediaType: `${office}.wordprocessingml.document`, extensions: ['docx'] };
const xlsx: Kind = { mediaType: `${office}.spreadsheetml.sheet`, extensions: ['xlsx'] };
const odt: Kind = { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] };
const ods: Kind = { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'] };
const plain: Kind = { mediaType: 'text/plain; charset=utf-8', extensions: ['txt', 'csv'] };

/** What browsers may offer to choose from; what is uploaded is judged all the same. */
export const offeredExtensions: string = [pdf, png, jpeg, gif, webp, docx, xlsx, odt, ods, plain]
  .flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`))
  .join(',');

/** What a file is, by its content and never by its name: a name that says something else gets the true ending added.
 *  Text of any kind, HTML and SVG too, is plain text. Programs, macros and archives are refused. */
export function judgeFile(name: string, content: Uint8Array): Outcome<JudgedFile, FileRefusal> {
  if (content.length === 0) return refused('file_empty');
  if (content.length > largestFileBytes) return refused('file_too_large');
  const kind = kindOf(content);
  return kind ? ok({ name: fittingName(name, kind), mediaType: kind.mediaType }) : refused('file_type_refused');
}

function kindOf(content: Uint8Array): Kind | null {
  const head = latin1(content.subarray(0, 64));
  if (head.startsWith('%PDF-')) return pdf;
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return png;
  if (head.startsWith('\xff\xd8\xff')) return jpeg;
  if (/^GIF8[79]a/.test(head)) return gif;
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return webp;
  if (head.startsWith('PK\x03\x04')) return packed(content, head);
  return isText(content) ? plain : null;
}

/** Office documents are archives; what they hold stands in plain words in their directory, at the end. */
function packed(content: Uint8Array, head: string): Kind | null {
  if (head.slice(30).startsWith('mimetype')) {
    const says = latin1(content.subarray(38, 128));
    return [odt, ods].find(({ mediaType }) => says.startsWith(`${mediaType}PK`)) ?? null;
  }
  const directory = latin1(content.subarray(-65_536));
  if (!directory.includes('[Content_Types].xml') || /vbaProject/i.test(directory)) return null;
  if (directory.includes('word/document.xml')) return docx;
  return directory.includes('xl/workbook.xml') ? xlsx : null;
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

function isText(content: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return !/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
  } catch {
    return false;
  }
}

const longestName = 120;

/** The last part of a path, without what could steer a terminal, a header or a folder. */
function fittingName(name: string, { extensions }: Kind): string {
  const base = (name.split(/[/\\]/).pop() ?? '')
    .replace(/[\p{Cc}\p{Cf}"<>|:*?]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const ending = /\.([^.]+)$/.exec(base)?.[1]?.toLowerCase();
  const fits = ending !== undefined && extensions.includes(ending);
  const stem = fits ? base.slice(0, -(ending.length + 1)) : base;
  return `${[...(stem || 'file')].slice(0, longestName).join('')}.${fits ? ending : extensions[0]}`;
}
