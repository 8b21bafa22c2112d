interface Place {
  mode: 'demo' | 'production';
  port: number;
  appOrigin: string;
}

/** Every origin the shop answers to. A demo has three names on its own machine, production has one. */
export const ownOrigins = ({ mode, port, appOrigin }: Place): string[] =>
  mode === 'production'
    ? [appOrigin]
    : [
        ...new Set([
          appOrigin,
          ...['localhost', '127.0.0.1', '[::1]'].map((host) => new URL(`http://${host}:${port}`).origin),
        ]),
      ];

/**
 * The origin a request came by, so that redirects and payment return addresses keep it. A name that is not the shop's
 * own counts for nothing.
 */
export function originOf(host: string | undefined, place: Place): string {
  const wanted = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).origin : '';
  return ownOrigins(place).includes(wanted) ? wanted : place.appOrigin;
}

/** A name that leads here without being the shop's: a page elsewhere that was pointed at this machine. */
export const isForeignName = (host: string | undefined, place: Place): boolean =>
  !ownOrigins(place).some((origin) => new URL(origin).hostname === hostnameOf(host));

const hostnameOf = (host: string | undefined) =>
  URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
