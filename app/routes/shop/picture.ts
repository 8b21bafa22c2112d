import type { LoaderFunctionArgs } from '@remix-run/node';
import { formatFrom, pictureFormats, widthFrom } from '#app/integrations/pictures/rendition.ts';

const year = 'public, max-age=31536000, immutable';
const hour = 'public, max-age=3600';

/** /pictures/:name?w=640&v=hash: one of our pictures in a fixed width and the best format the browser takes. Kept for
 *  ever where the address names the content, for an hour where it does not. */
export async function loader({ request, params, context: { deps } }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const width = widthFrom(searchParams.get('w'));
  const format = formatFrom(request.headers.get('Accept'));
  const made = width === null ? null : await deps.pictures.rendition(params.name ?? '', { width, format });
  if (!made) return new Response(null, { status: 404, headers: { 'Cache-Control': 'public, max-age=60' } });

  const etag = `"${made.hash}-${width}-${format}"`;
  const headers = {
    'Content-Type': pictureFormats[format],
    'Cache-Control': searchParams.get('v') === made.hash ? year : hour,
    ETag: etag,
    Vary: 'Accept',
  };
  if (request.headers.get('If-None-Match') === etag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(made.bytes), { headers });
}
