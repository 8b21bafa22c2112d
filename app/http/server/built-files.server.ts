import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import express, { type RequestHandler } from 'express';

/** Hashed files never change; the others may, and are asked for again after an hour. */
export function builtFiles(root: string): RequestHandler {
  const assets = join(root, 'assets');
  const hashed = express.static(assets, { immutable: true, maxAge: '1y', index: false, fallthrough: false });
  const others = express.static(root, { maxAge: '1h', index: false, redirect: false });
  return express.Router().use('/assets', pressed(assets), hashed).use(others);
}

const press = promisify(brotliCompress);
const kinds: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** Scripts and styles as small as they get, which takes too long to do at every answer: pressed when first asked for, kept
 *  as long as the process. Whoever takes no Brotli gets the file as it lies there. */
function pressed(folder: string): RequestHandler {
  const kept = new Map<string, Promise<Buffer>>();
  const make = async (name: string) =>
    press(await readFile(join(folder, name)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return (request, response, next) => {
    const [, name, kind] = /^\/([\w.-]+\.(js|css))$/.exec(request.path) ?? [];
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (!name || !kind || !isReading || !request.acceptsEncodings('br')) return next();
    const found = kept.get(name) ?? make(name);
    kept.set(name, found);
    found.then(
      (bytes) => {
        response.set({
          'Content-Type': kinds[kind],
          'Content-Encoding': 'br',
          'Cache-Control': 'public, max-age=31536000, immutable',
          Vary: 'Accept-Encoding',
        });
        response.send(bytes);
      },
      () => {
        kept.delete(name);
        next();
      },
    );
  };
}
