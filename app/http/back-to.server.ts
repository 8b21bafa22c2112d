import { pathFor } from './locale.server';
import { safePath } from './safe-path';

/** A path of this shop to go back to, as a form named it; anything else leads to the home page. */
export const backTo = (request: Request, wanted: FormDataEntryValue | null): string =>
  safePath(wanted, new URL(request.url).origin) ?? pathFor(request, '/');
