import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { serveApi } from '#app/http/api/serve.server.ts';
import { admitToApi } from '#app/http/api/admit.server.ts';
import { endpoints } from './endpoints';

const serve = ({ request, params, context: { deps } }: LoaderFunctionArgs | ActionFunctionArgs) =>
  serveApi(deps, endpoints, request, `/${params['*'] ?? ''}`, (client) => admitToApi(deps, client));

export const loader = (args: LoaderFunctionArgs) => serve(args);
export const action = (args: ActionFunctionArgs) => serve(args);
