import type { LoaderFunctionArgs } from '@remix-run/node';
import { printDocument } from '#app/documents/print-document.server.ts';
import { trailDocument } from '#app/documents/trail-document.server.ts';
import { fileResponse } from '#app/http/file-response.server.ts';
import { exportedTrail } from '#app/http/trail-export.server.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const trail = await exportedTrail(request, context, params.id);
  const content = await printDocument(trailDocument(trail));
  return fileResponse({ name: `${trail.number}-trail.pdf`, mediaType: 'application/pdf', content });
}
