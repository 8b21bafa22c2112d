import { companyRoles } from '#app/domain/access/roles.ts';
import { useMessages } from '../i18n/words';
import { Checkbox, FieldError } from '../ui/field';

/** The roles one may hold in a unit, each with what it means. */
export function RoleBoxes({ chosen = [], error }: { chosen?: string | readonly string[] | undefined; error?: string }) {
  const t = useMessages('company');
  return (
    <fieldset id="field-roles" className="grid gap-1">
      <legend className="mb-1 font-medium">{t('roles')}</legend>
      {companyRoles.map((role) => (
        <Checkbox
          key={role}
          id={`role-${role}`}
          name="roles"
          value={role}
          label={t(`role_${role}`)}
          hint={t(`roleHint_${role}`)}
          defaultChecked={chosen.includes(role)}
        />
      ))}
      <FieldError id="field-roles-error" error={error} />
    </fieldset>
  );
}
