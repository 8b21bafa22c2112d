const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const words = /^[a-z0-9]{1,18}(-[a-z0-9]{1,18})+$/;
const file = /\.(js|css|woff2|svg|png|webp|avif)$/;

/** The path of a request as a log may keep it: no query, no address of a person, nothing that opens a door. */
export const loggablePath = (url: string): string =>
  (url.split(/[?#]/)[0] ?? '')
    .split('/')
    .map((part) => {
      if (/@|%40/.test(part)) return ':email';
      const isHarmless = part.length <= 20 || [uuid, words, file].some((form) => form.test(part));
      return isHarmless ? part : ':token';
    })
    .join('/');
