import type { PictureData } from '#app/components/shop/picture.tsx';
import type { Deps } from '#app/deps.server.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import type { Locale } from '#app/domain/i18n/locales.ts';
import type { PictureFacts } from '#app/integrations/pictures/picture-shelf.server.ts';
import { pictureWidths } from '#app/integrations/pictures/rendition.ts';
import { listFirstPictures } from '#db/queries/first-pictures.server.ts';

export type StoredPicture = { source: string; alt: Record<string, string> };

/** What stored pictures are shown as: `show(stored, title)`. */
export type ShowPicture = (stored: StoredPicture | null | undefined, title: string) => PictureData;

/** Looks at these pictures once and tells how each is shown: in the sizes there are, each address naming the content. One
 *  that was imported from elsewhere is not loaded from there: visitors tell nobody else what they look at. */
export async function showPictures(
  { pictures }: Pick<Deps, 'pictures'>,
  stored: readonly (StoredPicture | null | undefined)[],
  locale: Locale,
): Promise<ShowPicture> {
  const names = [...new Set(stored.flatMap((one) => (one ? [one.source] : [])))];
  const facts = new Map(await Promise.all(names.map(async (name) => [name, await pictures.facts(name)] as const)));
  return (one, title) => {
    const alt = wordsIn(one?.alt, locale) || title;
    const found = one && facts.get(one.source);
    return one && found
      ? sized(one.source, found, alt)
      : { src: '/product-placeholder.svg', alt, width: 1200, height: 1200 };
  };
}

/** The picture that shows each variant best, for beside its title: without words of its own. One statement. */
export async function picturesOfVariants(
  deps: Pick<Deps, 'db' | 'pictures'>,
  variantIds: readonly (string | null)[],
  locale: Locale,
): Promise<(variantId: string | null) => PictureData> {
  const first = await listFirstPictures(deps.db, { variantIds: variantIds.filter((id) => id !== null) });
  const stored = new Map([...first].map(([id, source]) => [id, { source, alt: {} }]));
  const show = await showPictures(deps, [...stored.values()], locale);
  return (id) => show(id === null ? null : stored.get(id), '');
}

function sized(name: string, { hash, width, height }: PictureFacts, alt: string): PictureData {
  const address = (wide: number) => `/pictures/${name}?w=${wide}&v=${hash}`;
  const widths = pictureWidths.filter((wide) => wide <= width);
  return {
    src: address(640),
    srcSet: widths.map((wide) => `${address(wide)} ${wide}w`).join(', '),
    alt,
    width,
    height,
  };
}
