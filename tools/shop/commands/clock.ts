import { durationSeconds } from '#app/domain/i18n/duration.ts';
import { advanceClock, readClockOffset } from '#db/queries/clock.server.ts';
import { type Command, WrongUse } from '../command.ts';

/** "24h", "90m", "1h30m", "7d" -> seconds. @throws WrongUse */
function secondsOf(text: string): number {
  const seconds = durationSeconds(text);
  if (seconds === null) throw new WrongUse(`${text} is no duration: write 24h, 90m or 7d`);
  return seconds;
}

export const clockAdvance: Command = {
  usage: 'DURATION',
  summary: "Moves a demo shop's clock forward: 24h, 90m, 7d",
  async run({ args, open }) {
    const [duration] = args;
    if (!duration) throw new WrongUse('clock advance wants a duration: 24h, 90m or 7d');
    const seconds = secondsOf(duration);
    const { process } = await open();
    if (process.settings.mode !== 'demo') throw new WrongUse('only the clock of a demo shop can be moved');
    const offset = await advanceClock(process.db, { seconds });
    const now = new Date(Date.now() + offset * 1000).toISOString();
    return { json: { now, advanced_seconds: seconds }, words: `It is now ${now}.` };
  },
};

export const clockShow: Command = {
  usage: '',
  summary: "Tells the shop's time",
  async run({ open }) {
    const { process } = await open();
    const offset = await readClockOffset(process.db);
    const now = new Date(Date.now() + offset * 1000).toISOString();
    return { json: { now, ahead_seconds: offset }, words: now };
  },
};
