/** The address of a picture as a mail needs it; one that lives elsewhere is shown from there. */
export const pictureUrl = (origin: string, source: string): string =>
  /^https?:\/\//i.test(source) ? source : `${origin}/pictures/${source}?w=320`;
