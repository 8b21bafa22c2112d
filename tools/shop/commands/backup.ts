import { createReadStream, createWriteStream } from 'node:fs';
import { rename, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { UnfitBackup, backUp, restore } from '#db/backup.server.ts';
import { type Command, WrongUse } from '../command.ts';

export const backupCommand: Command = {
  usage: 'FILE',
  summary: 'Writes the whole shop into one file, while it runs',
  async run({ args, open, say }) {
    const [file] = args;
    if (!file) throw new WrongUse('backup wants the name of a file');
    const { databaseUrl } = await open();
    const lines = new PassThrough();
    say('Writing the backup …');
    // Under another name until it is whole: a backup that was cut off never looks like one.
    const written = pipeline(lines, createGzip(), createWriteStream(`${file}.part`, { mode: 0o600 }));
    const [counts] = await Promise.all([
      backUp(databaseUrl, lines, new Date()).then((done) => {
        lines.end();
        return done;
      }),
      written,
    ]);
    await rename(`${file}.part`, file);
    const { size } = await stat(file);
    return {
      json: { file, ...counts, bytes: size },
      words: `${file}: ${counts.rows} rows of ${counts.tables} tables.`,
    };
  },
};

export const restoreCommand: Command = {
  usage: 'FILE',
  summary: 'Makes the shop what a backup says; what is there now is replaced',
  async run({ args, open, say }) {
    const [file] = args;
    if (!file) throw new WrongUse('restore wants the name of a file');
    await stat(file).catch(() => {
      throw new WrongUse(`there is no file ${file}`);
    });
    const { databaseUrl } = await open();
    say('Restoring …');
    const input = createReadStream(file).pipe(createGunzip());
    try {
      const counts = await restore(databaseUrl, input);
      return { json: counts, words: `${counts.rows} rows of ${counts.tables} tables are back.` };
    } catch (fault) {
      if (fault instanceof UnfitBackup) throw new WrongUse(fault.message);
      if ((fault as { code?: string }).code?.startsWith('Z_')) throw new WrongUse(`${file} is damaged`);
      throw fault;
    }
  },
};
