import type { Endpoint } from '#app/http/api/endpoint.ts';

/** The API's site map: every endpoint below /api/v1. */
export const endpoints: readonly Endpoint[] = [];
