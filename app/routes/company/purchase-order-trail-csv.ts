import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileResponse } from '#app/http/file-response.server.ts';
import { exportedTrail, trailCsv } from '#app/http/trail-export.server.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const trail = await exportedTrail(request, context, params.id);
  return fileResponse({
    name: `${trail.number}-trail.csv`,
    mediaType: 'text/csv; charset=utf-8',
    content: new TextEncoder().encode(trailCsv(trail)),
  });
}
