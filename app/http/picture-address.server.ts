import type { PictureData } from '#app/components/shop/picture.tsx';
import type { PictureShelf } from '#app/integrations/pictures/picture-shelf.server.ts';
import { pictureWidths } from '#app/integrations/pictures/rendition.ts';

/** The size a picture from elsewhere is given room for; its own is not known. */
const unknownSide = 1200;

/** A picture of ours in every width up to its own, each at an address that names its content and never changes; one
 *  from elsewhere as it is. Null when a name of ours has no picture. */
export async function pictureData(
  shelf: PictureShelf,
  p: { source: string; alt: string },
): Promise<PictureData | null> {
  if (/^https?:\/\//i.test(p.source)) return { src: p.source, alt: p.alt, width: unknownSide, height: unknownSide };
  const facts = await shelf.facts(p.source);
  if (!facts) return null;
  const address = (width: number) => `/pictures/${p.source}?w=${width}&v=${facts.hash}`;
  const widths = pictureWidths.filter((width) => width <= facts.width);
  return {
    src: address(640),
    srcSet: widths.map((width) => `${address(width)} ${width}w`).join(', '),
    alt: p.alt,
    width: facts.width,
    height: facts.height,
  };
}
