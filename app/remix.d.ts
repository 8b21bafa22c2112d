import type { Deps } from './deps.server';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
  /** What the server hands every loader and action. */
  interface AppLoadContext {
    deps: Deps;
    /** Of this answer's content security policy. */
    nonce: string;
    requestId: string;
    clientIp: string;
    /** Hears of what broke while answering. */
    onFault?: (error: unknown) => void;
  }
}
