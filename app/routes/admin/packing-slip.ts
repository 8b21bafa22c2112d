import type { LoaderFunctionArgs } from '@remix-run/node';
import { packingPapers } from '#app/http/packing-papers.server.ts';

/** What goes into the parcel of one order. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  packingPapers(request, context, { numbers: [params.number], kind: 'slips' });
