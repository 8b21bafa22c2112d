import { type Locale, localeOfPath, localePath } from '#app/domain/i18n/locales.ts';

/** The language of the page a request asks for: its address says it, nothing else. */
export const localeOf = (request: Request): Locale => localeOfPath(new URL(request.url).pathname);

/** Where to send someone who came by `request`, in the language they came in. */
export const pathFor = (request: Request, path: string): string => localePath(path, localeOf(request));
