import type { HelmetOptions } from 'helmet';

interface Policy {
  nonce: string;
  /** Where a form may lead in the end: Chromium checks every redirect after a post. */
  paymentOrigins: readonly string[];
  isHttps: boolean;
  /** The reload of a development server needs a socket and its own inline scripts. */
  isDev: boolean;
}

/** What a page may load, run and post to. */
export function contentSecurityPolicy({ nonce, paymentOrigins, isHttps, isDev }: Policy): string {
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'"],
    // Components set sizes and positions as style attributes.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", ...(isDev ? ['ws:'] : [])],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'frame-ancestors': ["'self'"],
    'form-action': ["'self'", ...paymentOrigins],
    ...(isHttps ? { 'upgrade-insecure-requests': [] } : {}),
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

/** Stripe's own pages, and the stand-in under both names of this machine. */
export function paymentOrigins(standInOrigin: string | null): string[] {
  const stripe = ['https://checkout.stripe.com', 'https://hooks.stripe.com'];
  if (!standInOrigin) return stripe;
  const { port } = new URL(standInOrigin);
  return [...new Set([standInOrigin, `http://127.0.0.1:${port}`, `http://localhost:${port}`]), ...stripe];
}

/** All other headers. `no-referrer` would make plain posts say `Origin: null`, which counts as a stranger's. */
export const otherHeaders = (isHttps: boolean): HelmetOptions => ({
  contentSecurityPolicy: false,
  referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  strictTransportSecurity: isHttps ? { maxAge: 63_072_000, includeSubDomains: false } : false,
  xFrameOptions: { action: 'sameorigin' },
});

/** The files a page is made of: what is said of documents would cost every one of them more than many hold. */
export const fileHeaders = {
  'Content-Security-Policy': "default-src 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};
