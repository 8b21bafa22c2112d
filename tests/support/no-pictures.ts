import type { PictureShelf } from '#app/integrations/pictures/picture-shelf.server.ts';

/** A shelf for tests that show no picture. */
export const noPictures: PictureShelf = {
  facts: () => Promise.resolve(null),
  rendition: () => Promise.resolve(null),
};
