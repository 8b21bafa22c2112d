import { createApiKey } from '#app/use-cases/identity/create-api-key.server.ts';
import { depsForRequest } from '#app/deps.server.ts';
import { type Command, WrongUse } from '../command.ts';

export const keyCreate: Command = {
  usage: '--scope store | company:SLUG [--name NAME]',
  summary: 'Makes a key for the API and shows it once',
  options: { scope: { type: 'string' }, name: { type: 'string' } },
  async run({ options, open }) {
    const scope = String(options.scope ?? '');
    const company = /^company:(.+)$/.exec(scope)?.[1] ?? null;
    if (scope !== 'store' && !company) throw new WrongUse('key create wants --scope store or --scope company:SLUG');
    const { process } = await open();
    const made = await createApiKey(await depsForRequest(process), {
      companySlug: company,
      name: String(options.name ?? scope),
      createdBy: null,
    });
    if (!made.ok) throw new WrongUse(`there is no company ${company}`);
    return { json: { key: made.value.key }, words: made.value.key };
  },
};
