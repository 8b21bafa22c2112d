import type { LoaderFunctionArgs } from '@remix-run/node';
import { openApiDocument } from '#app/http/api/openapi.ts';
import { endpoints } from './endpoints';

export const loader = ({ context: { deps } }: LoaderFunctionArgs) =>
  Response.json(openApiDocument(endpoints, deps.settings.origin), {
    headers: { 'Cache-Control': 'public, max-age=300' },
  });
