import type { EmailName } from '#app/jobs/emails.ts';
import type { EmailTemplate } from './template';
import { accountExists } from './account-exists';
import { confirmRegistration } from './confirm-registration';
import { noAccount } from './no-account';
import { resetPassword } from './reset-password';
import { welcome } from './welcome';

/** Every mail of the shop by its name. */
export const templates: { readonly [N in EmailName]: EmailTemplate<N> } = {
  'account-exists': accountExists,
  'confirm-registration': confirmRegistration,
  'no-account': noAccount,
  'reset-password': resetPassword,
  welcome,
};
