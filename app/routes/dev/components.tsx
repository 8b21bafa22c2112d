import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: ['shop'] };

export default function Components() {
  return <main />;
}
