import * as z from 'zod';
import type { GivenFile } from '#app/use-cases/files/store-file.server.ts';

/** What a form with files has among its fields; see `largestUpload` for what all of it may weigh. */
export const filesField = { files: z.array(z.instanceof(File)).default([]) };

export const givenFiles = (files: readonly File[]): Promise<GivenFile[]> =>
  Promise.all(files.map(async (file) => ({ name: file.name, content: new Uint8Array(await file.arrayBuffer()) })));
