import type { LoaderFunctionArgs } from '@remix-run/node';
import { findFileFor } from '#app/http/file-access.server.ts';
import { fileResponse } from '#app/http/file-response.server.ts';
import { idParam, notFound } from '#app/http/require-actor.server.ts';
import { readFileContent } from '#db/queries/files.server.ts';

/** Every upload and every issued document is given out here, to whoever may read what it belongs to. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const file = await findFileFor(request, context, idParam(params.file));
  const content = file && (await readFileContent(context.deps.db, { id: file.id }));
  if (!file || !content) throw notFound();
  return fileResponse({ name: file.name, mediaType: file.mediaType, content });
}
