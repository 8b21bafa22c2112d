import { TextField } from '../ui/field';

type Props = { name: string; label: string; isNew?: boolean; hint?: string; error?: string | undefined };

/** Never given back by a refused form: it is typed anew. */
export const PasswordField = ({ name, label, isNew = false, hint, error }: Props) => (
  <TextField
    type="password"
    name={name}
    label={label}
    hint={hint}
    error={error}
    autoComplete={isNew ? 'new-password' : 'current-password'}
    required
    maxLength={200}
  />
);
