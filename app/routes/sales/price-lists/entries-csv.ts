import type { LoaderFunctionArgs } from '@remix-run/node';
import { sellersRevision } from '#app/http/price-list-page.server.ts';
import { exportEntries } from '#app/use-cases/pricing/export-entries.server.ts';

/** The entries as a file a spreadsheet opens, and that comes back in by pasting or uploading. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { list, revision } = await sellersRevision(request, context, params);
  const lines = exportEntries(context.deps, { list: list.code, revisionId: revision.id });
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => void lines.return(undefined),
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${list.code}-${revision.number}.csv"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}
