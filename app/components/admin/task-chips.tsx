import { useLocalePath } from '../i18n/words';
import { ButtonLink } from '../ui/button';

type Chip = { readonly to: string; readonly label: string; readonly isOn: boolean };

/** Which part of a list is shown; it stands in the address. */
export function TaskChips({ label, chips }: { label: string; chips: readonly Chip[] }) {
  const to = useLocalePath();
  return (
    <nav aria-label={label} className="flex flex-wrap gap-2">
      {chips.map((chip) => (
        <ButtonLink
          key={chip.to}
          size="small"
          tone={chip.isOn ? 'primary' : 'quiet'}
          aria-current={chip.isOn ? 'true' : undefined}
          to={to(chip.to)}
        >
          {chip.label}
        </ButtonLink>
      ))}
    </nav>
  );
}
