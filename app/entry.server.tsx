import {
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
  createReadableStreamFromReadable,
} from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { NonceProvider } from './components/shell/nonce';
import { unpadded } from './http/unpadded.server';

/** How long deferred data may take before the stream is cut; loaders that take longer than this are at fault. */
export const streamTimeout = 5_000;
const renderTimeout = streamTimeout + 1_000;

/** The server logs it, and knows a database that is away from a mistake of ours. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs): void {
  if (!request.signal.aborted) context.onFault?.(error);
}

/** People get the shell at once and the rest as it comes; bots get the whole page. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const wholePage = isbot(request.headers.get('user-agent') ?? '') || remixContext.isSpaMode;
  const nonce = loadContext.nonce;

  return new Promise((resolve, reject) => {
    let hasShell = false;
    let code = status;
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </NonceProvider>,
      {
        nonce,
        [wholePage ? 'onAllReady' : 'onShellReady']() {
          hasShell = true;
          const body = unpadded();
          headers.set('Content-Type', 'text/html; charset=utf-8');
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          code = 500;
          // Faults before the shell reject above and are logged by the server.
          if (hasShell && !request.signal.aborted) console.error(error); // eslint-disable-line no-console
        },
      },
    );
    const timer = setTimeout(abort, renderTimeout);
    request.signal.addEventListener('abort', () => abort(), { once: true });
    timer.unref();
  });
}
