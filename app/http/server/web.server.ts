import { type Server, createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { Logger } from 'pino';
import type { ProcessDeps } from '#app/deps.server.ts';
import type { Env } from '#app/env.server.ts';
import { builtFiles } from './built-files.server';
import { shopApp } from './shop-app.server';

export interface Web {
  /** Finishes the requests in hand, and takes no new ones. */
  stop(): Promise<void>;
}

interface Parts {
  env: Env;
  deps: ProcessDeps;
  logger: Logger;
  isDev: boolean;
}

const root = join(import.meta.dirname, '../../..');
const finishWithinMs = 10_000;

/** Serves the shop until stopped. */
export async function startWeb({ env, deps, logger, isDev }: Parts): Promise<Web> {
  const server = createServer();
  const pages = isDev ? await madeOnTheFly(server) : await builtBefore();
  server.on('request', shopApp({ env, deps, logger, isDev, ...pages }));
  const servers = [server];
  await listen(server, env.host, env.port);
  if (env.host === '127.0.0.1' || env.host === 'localhost') servers.push(...(await alsoOn('::1', server, env.port)));
  return {
    async stop() {
      await Promise.all(servers.map(close));
      await pages.close?.();
    },
  };
}

async function builtBefore() {
  const build = (await import(pathToFileURL(join(root, 'build/server/index.js')).href)) as ServerBuild;
  return { build, files: builtFiles(join(root, 'build/client')), close: undefined };
}

async function madeOnTheFly(server: Server) {
  const { createServer: createVite } = await import('vite');
  const vite = await createVite({ root, server: { middlewareMode: true, hmr: { server } } });
  const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>;
  return { build, files: vite.middlewares, close: () => vite.close() };
}

const listen = (server: Server, host: string, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });

/** `localhost` leads to ::1 as well, where the machine has it. */
async function alsoOn(host: string, like: Server, port: number): Promise<Server[]> {
  const twin = createServer((request, response) => like.emit('request', request, response));
  twin.on('upgrade', (...given) => like.emit('upgrade', ...given));
  try {
    await listen(twin, host, port);
    return [twin];
  } catch (error) {
    if (['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    await close(like);
    throw error;
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    // A connection kept open by its browser ends with the answer it waits for.
    const idle = setInterval(() => server.closeIdleConnections(), 100).unref();
    setTimeout(() => server.closeAllConnections(), finishWithinMs).unref();
    server.once('close', () => clearInterval(idle));
  });
}
