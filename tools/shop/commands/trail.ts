import { verifyTrails } from '#app/use-cases/approvals/verify-trails.server.ts';
import type { Command } from '../command.ts';

export const trailVerify: Command = {
  usage: '',
  summary: 'Checks that no trail of a document was altered, reordered or cut',
  async run({ open }) {
    const { process } = await open();
    const { documents, broken } = await verifyTrails(process);
    const lines = broken.map(({ document, number, because }) => `${document}: entry ${number} is ${because}`);
    return {
      json: { documents, broken },
      words: [`${documents} trails read, ${broken.length} broken.`, ...lines].join('\n'),
      failed: broken.length > 0,
    };
  },
};
