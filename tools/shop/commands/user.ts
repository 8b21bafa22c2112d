import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { depsForRequest } from '#app/deps.server.ts';
import { type StaffRole, staffRoles } from '#app/domain/access/roles.ts';
import { createUser } from '#app/use-cases/identity/create-user.server.ts';
import { type Command, WrongUse } from '../command.ts';

const fewestCharacters = 8;

async function passwordFrom(options: { password?: unknown; 'password-stdin'?: unknown }): Promise<string | null> {
  const given = options['password-stdin'] ? (await text(process.stdin)).trim() : options.password;
  if (given === undefined) return null;
  if (String(given).length < fewestCharacters)
    throw new WrongUse(`a password has at least ${fewestCharacters} characters`);
  return String(given);
}

export const userCreate: Command = {
  usage: '--email EMAIL [--name NAME] [--staff rep|manager|admin] [--password-stdin | --password PASSWORD]',
  summary: 'Opens an account, of staff where a role is named; without a password "forgot password" sets one',
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    staff: { type: 'string' },
    password: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  },
  async run({ options, open }) {
    const email = z.email().safeParse(options.email);
    if (!email.success) throw new WrongUse('user create wants --email with an e-mail address');
    const role = options.staff === undefined ? null : String(options.staff);
    if (role !== null && !staffRoles.includes(role as StaffRole)) {
      throw new WrongUse(`--staff is one of ${staffRoles.join(', ')}`);
    }
    const password = await passwordFrom(options);
    const { process } = await open();
    const { personId } = await createUser(await depsForRequest(process), {
      email: email.data,
      name: options.name === undefined ? null : String(options.name),
      password,
      staffRole: role as StaffRole | null,
      via: 'operator',
    });
    return { json: { id: personId, email: email.data, staff: role }, words: `${email.data} has an account.` };
  },
};
