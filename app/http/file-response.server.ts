/** A file to keep, never a page: saved under its name, and taken for nothing else than what it was judged to be. */
export function fileResponse(p: { name: string; mediaType: string; content: Uint8Array }): Response {
  return new Response(p.content as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': p.mediaType,
      'Content-Length': String(p.content.byteLength),
      'Content-Disposition': contentDisposition(p.name),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}

/** A plain name for old readers, the whole one for all others (RFC 6266). */
const contentDisposition = (name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
};
