/** A path of this shop that a link or a form may name as the next page; null for anything a browser could take for
 *  another site (`//host`, `/\host`, `https:…`, `/.//host`, control characters). */
export function safePath(wanted: unknown, origin: string): string | null {
  if (typeof wanted !== 'string' || wanted.length > 2_000 || !wanted.startsWith('/')) return null;
  if (/[\p{Cc}\\]/u.test(wanted) || /^\/[/\\]/.test(wanted) || !URL.canParse(wanted, origin)) return null;
  const url = new URL(wanted, origin);
  if (url.origin !== origin || url.pathname.startsWith('//')) return null;
  return url.pathname + url.search + url.hash;
}
