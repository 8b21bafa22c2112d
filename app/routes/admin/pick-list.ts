import type { LoaderFunctionArgs } from '@remix-run/node';
import { packingPapers } from '#app/http/packing-papers.server.ts';

/** What to fetch for the orders that were selected. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  packingPapers(request, context, { numbers: new URL(request.url).searchParams.getAll('selected'), kind: 'list' });
