import { z } from 'zod';
import { defineJob } from './define-job';

/** All background work, by name. Handlers: jobs/handlers/<name>.server.ts. */
const uuid = z.uuid();

export const sendEmail = defineJob('send-email', z.object({ emailId: uuid }), {
  key: (p) => `email:${p.emailId}`,
});
