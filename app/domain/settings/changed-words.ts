import { placeholdersOf } from '../i18n/format-message';

/** Why a text cannot stand in for the shop's own: the placeholders it must keep, or null when it can. A text may leave a
 *  placeholder out; it cannot use one that is never filled. */
export function wordsProblem(own: string, changed: string): { readonly allowed: readonly string[] } | null {
  const allowed = placeholdersOf(own);
  const used = readPlaceholders(changed);
  return used !== null && used.every((name) => allowed.includes(name)) ? null : { allowed };
}

function readPlaceholders(text: string): readonly string[] | null {
  try {
    return placeholdersOf(text);
  } catch {
    return null;
  }
}
