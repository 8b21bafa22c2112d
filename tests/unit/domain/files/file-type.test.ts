import { describe, expect, test } from 'vitest';
import { judgeFile, largestFileBytes } from '#app/domain/files/file-type.ts';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const office = (inside: string) => bytes(`PK\x03\x04rest PK\x01\x02[Content_Types].xml PK\x01\x02${inside}`);

describe('what a file is follows from its content', () => {
  test.each<[string, string, Uint8Array, string, string]>([
    ['a PDF', 'plan.pdf', bytes('%PDF-1.7\n'), 'application/pdf', 'plan.pdf'],
    ['a PDF that calls itself a program', 'plan.exe', bytes('%PDF-1.7\n'), 'application/pdf', 'plan.exe.pdf'],
    ['a picture', 'wall.PNG', bytes('\x89PNG\r\n\x1a\n…'), 'image/png', 'wall.png'],
    ['a photo without an ending', 'photo', bytes('\xff\xd8\xff\xe0'), 'image/jpeg', 'photo.jpg'],
    ['a photo with the longer ending', 'a.jpeg', bytes('\xff\xd8\xff\xe0'), 'image/jpeg', 'a.jpeg'],
    ['a web picture', 'x.webp', bytes('RIFF\x10\0\0\0WEBPVP8 '), 'image/webp', 'x.webp'],
    ['a table as text', 'order.csv', utf8('sku;quantity\nESP-1K;60\n'), 'text/plain; charset=utf-8', 'order.csv'],
    ['a page, which is only ever text', 'x.html', utf8('<script>'), 'text/plain; charset=utf-8', 'x.html.txt'],
    ['a drawing that could run scripts', 'x.svg', utf8('<svg onload=1>'), 'text/plain; charset=utf-8', 'x.svg.txt'],
    [
      'a document',
      'offer.docx',
      office('word/document.xml'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'offer.docx',
    ],
    [
      'an open document',
      'offer.odt',
      bytes(`PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.textPK`),
      'application/vnd.oasis.opendocument.text',
      'offer.odt',
    ],
    ['a name with a folder in it', '..\\..\\etc/passwd', utf8('x'), 'text/plain; charset=utf-8', 'passwd.txt'],
    ['a name with line ends and quotes', 'a"\r\nb.txt', utf8('x'), 'text/plain; charset=utf-8', 'a b.txt'],
    ['a name of nothing but dots', '...', utf8('x'), 'text/plain; charset=utf-8', 'file.txt'],
  ])('%s', (_, name, content, mediaType, kept) =>
    expect(judgeFile(name, content)).toEqual({ ok: true, value: { name: kept, mediaType } }),
  );

  test('a very long name is cut, its ending stays', () => {
    const judged = judgeFile(`${'ü'.repeat(300)}.pdf`, bytes('%PDF-'));
    expect(judged.ok && judged.value.name).toBe(`${'ü'.repeat(120)}.pdf`);
  });
});

describe('refused is', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'file_empty'],
    ['a byte more than 10 MB', new Uint8Array(largestFileBytes + 1), 'file_too_large'],
    ['a program', bytes('MZ\x90\0\x03'), 'file_type_refused'],
    ['an archive of anything', bytes('PK\x03\x04setup.sh'), 'file_type_refused'],
    ['a document with macros', office('word/document.xml word/vbaProject.bin'), 'file_type_refused'],
    ['what is no text in any language', Uint8Array.of(0xc3, 0x28, 0xff), 'file_type_refused'],
  ])('%s', (_, content, code) => expect(judgeFile('offer.pdf', content)).toEqual({ ok: false, code }));
});
