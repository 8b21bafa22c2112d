import type { LoaderFunctionArgs } from '@remix-run/node';
import { packingPapers } from '#app/http/packing-papers.server.ts';

/** The packing slips of the orders that were selected, in one file. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  packingPapers(request, context, { numbers: new URL(request.url).searchParams.getAll('selected'), kind: 'slips' });
