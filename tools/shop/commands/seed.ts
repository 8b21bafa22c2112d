import { depsForRequest } from '#app/deps.server.ts';
import { seed } from '#db/seed/seed.server.ts';
import type { Command } from '../command.ts';

export const seedCommand: Command = {
  usage: '',
  summary: 'Fills an empty database with the demo shop',
  async run({ open, say }) {
    const { process } = await open();
    const isSeeded = await seed(await depsForRequest(process), (what) => say(`Filling the demo shop: ${what}`));
    return {
      json: { seeded: isSeeded },
      words: isSeeded ? 'The demo shop is filled.' : 'There is a shop here already.',
    };
  },
};
