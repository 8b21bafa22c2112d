import { TextField } from '../ui/field';

type Props = { label: string; hint?: string; error?: string | undefined; id?: string };

/** Six digits from an authenticator app; phones offer them by themselves. */
export const CodeField = ({ label, hint, error, id }: Props) => (
  <TextField
    id={id}
    name="code"
    label={label}
    hint={hint}
    error={error}
    inputMode="numeric"
    autoComplete="one-time-code"
    pattern="[0-9 ]{6,7}"
    maxLength={7}
    required
    className="tabular max-w-40"
  />
);
