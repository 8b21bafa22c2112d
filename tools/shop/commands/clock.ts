import { advanceClock, readClockOffset } from '#db/queries/clock.server.ts';
import { type Command, WrongUse } from '../command.ts';

const secondsPer: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** "24h", "90m", "1h30m", "7d" -> seconds. @throws WrongUse */
export function durationSeconds(text: string): number {
  const parts = [...text.matchAll(/(\d+)([smhdw])/g)];
  const read = parts.map((part) => part[0]).join('');
  if (parts.length === 0 || read !== text) throw new WrongUse(`${text} is no duration: write 24h, 90m or 7d`);
  return parts.reduce((sum, [, count = '0', unit = 's']) => sum + Number(count) * (secondsPer[unit] ?? 0), 0);
}

export const clockAdvance: Command = {
  words: 'clock advance',
  usage: 'DURATION',
  summary: "Moves a demo shop's clock forward: 24h, 90m, 7d",
  async run({ args, open }) {
    const [duration] = args;
    if (!duration) throw new WrongUse('clock advance wants a duration: 24h, 90m or 7d');
    const seconds = durationSeconds(duration);
    const { process } = await open();
    if (process.settings.mode !== 'demo') throw new WrongUse('only the clock of a demo shop can be moved');
    const offset = await advanceClock(process.db, { seconds });
    const now = new Date(Date.now() + offset * 1000).toISOString();
    return { json: { now, advanced_seconds: seconds }, words: `It is now ${now}.` };
  },
};

export const clockShow: Command = {
  words: 'clock',
  usage: '',
  summary: "Tells the shop's time",
  async run({ open }) {
    const { process } = await open();
    const offset = await readClockOffset(process.db);
    const now = new Date(Date.now() + offset * 1000).toISOString();
    return { json: { now, ahead_seconds: offset }, words: now };
  },
};
