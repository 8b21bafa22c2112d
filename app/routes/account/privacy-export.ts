import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '#app/http/require-actor.server.ts';
import { collectPersonalData } from '#db/queries/privacy.server.ts';

/** Everything kept about whoever asks, as a file. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request, context);
  const collected = await collectPersonalData(context.deps.db, { personId: person.id });
  return new Response(JSON.stringify(collected, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="personal-data.json"',
      'Cache-Control': 'private, no-store',
    },
  });
}
