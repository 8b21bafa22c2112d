import type { EmailName } from '#app/jobs/emails.ts';
import type { EmailTemplate } from './template';
import { welcome } from './welcome';

/** Every mail of the shop by its name. */
export const templates: { readonly [N in EmailName]: EmailTemplate<N> } = {
  welcome,
};
