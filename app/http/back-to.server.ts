import { pathFor } from './locale.server';

/** A path of this shop to go back to, as a form named it; anything else leads to the home page. */
export function backTo(request: Request, wanted: FormDataEntryValue | null): string {
  const origin = new URL(request.url).origin;
  if (typeof wanted === 'string' && wanted.startsWith('/') && URL.canParse(wanted, origin)) {
    const url = new URL(wanted, origin);
    if (url.origin === origin) return url.pathname + url.search;
  }
  return pathFor(request, '/');
}
