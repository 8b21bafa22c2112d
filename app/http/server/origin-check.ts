/** What a request says about where it comes from. */
export interface Sender {
  method: string;
  path: string;
  /** The Origin header: which page sent the form. */
  origin: string | undefined;
  /** The Sec-Fetch-Site header: how that page relates to the shop, in the browser's words. */
  site: string | undefined;
  authorization: string | undefined;
}

const reading = ['GET', 'HEAD', 'OPTIONS'];

/** Machines that carry no cookie and prove who they are in another way. */
const isForMachines = ({ method, path, authorization }: Sender): boolean =>
  (method === 'POST' && path === '/webhooks/stripe') ||
  (method === 'POST' && /^(\/[a-z]{2})?\/unsubscribe\/./.test(path)) ||
  (path.startsWith('/api/') && /^bearer \S/i.test(authorization ?? ''));

/**
 * Whether a request may change something. A browser names the page a form was sent from, and only the shop's own pages
 * may: `ownOrigins` are all the names the shop answers to, `cameTo` the one this request used. A sender that names
 * nothing is no browser of today and carries nobody's cookie against his will.
 */
export function mayWrite(sender: Sender, ownOrigins: readonly string[], cameTo: string): boolean {
  if (reading.includes(sender.method) || isForMachines(sender)) return true;
  const isFromElsewhere = sender.site === 'cross-site' || sender.site === 'same-site';
  if (sender.origin === undefined) return !isFromElsewhere;
  // Two names of the same demo are "cross-site" to a browser; the very same origin never is.
  return ownOrigins.includes(sender.origin) && !(isFromElsewhere && sender.origin === cameTo);
}
