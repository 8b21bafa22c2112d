import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: [] };

export function loader(): never {
  throw new Response(null, { status: 404 });
}

export const action = loader;

export default function NotFound() {
  return null;
}
