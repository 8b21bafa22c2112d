import { sendEmail } from './catalog';
import { type JobHandler, handles } from './handler.server';

export const handlers: readonly JobHandler[] = [handles(sendEmail, () => import('./handlers/send-email.server'))];
