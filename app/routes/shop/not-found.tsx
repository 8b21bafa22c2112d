import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: [] };

const nothingHere = (): never => {
  throw new Response(null, { status: 404 });
};

export const loader = () => nothingHere();
export const action = () => nothingHere();

export default function NotFound() {
  return null;
}
