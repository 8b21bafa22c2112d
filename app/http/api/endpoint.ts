import type * as z from 'zod';
import type { Deps } from '#app/deps.server.ts';
import type { Refused } from '#app/domain/outcome.ts';

/** Who calls: a key bound to the store or to one company. */
export type ApiClient = {
  readonly keyId: string;
  /** Null = the whole store. */
  readonly companyId: string | null;
  readonly scopes: readonly string[];
  /** How decisions and history name the key. */
  readonly via: string;
};

export type ApiCall<Query, Body, Client = ApiClient> = {
  readonly deps: Deps;
  readonly client: Client;
  /** The `{names}` of the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
};

export type ApiAnswer = { readonly status: number; readonly body: unknown };
export const answer = (body: unknown, status = 200): ApiAnswer => ({ status, body });

type Shared<Query, Body> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below /api/v1, as in OpenAPI: `/products/{handle}`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  /** What a success looks like; documents, does not filter. */
  readonly answers: z.ZodType;
  readonly status?: number;
  /** One megabyte unless more is needed. */
  readonly maxBytes?: number;
};

/** `who`: store = a store's key; key = any key (a company's sees its own rows); anyone = a key or nobody. */
export type Endpoint<Query = unknown, Body = unknown> =
  | (Shared<Query, Body> & {
      readonly who: 'store' | 'key';
      readonly handle: (call: ApiCall<Query, Body>) => Promise<ApiAnswer | Refused<string>>;
    })
  | (Shared<Query, Body> & {
      readonly who: 'anyone';
      readonly handle: (call: ApiCall<Query, Body, ApiClient | null>) => Promise<ApiAnswer | Refused<string>>;
    });

/** Types flow from the schemas into `handle`; the table of endpoints forgets them again. */
export const endpoint = <Query = Record<string, never>, Body = undefined>(
  definition: Endpoint<Query, Body>,
): Endpoint => definition as unknown as Endpoint;
