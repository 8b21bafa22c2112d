declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type PersonId = Branded<'PersonId'>;
export type CompanyId = Branded<'CompanyId'>;
export type UnitId = Branded<'UnitId'>;

/** For ids that come from a row or a checked request; they are not looked into. */
export const personId = (id: string): PersonId => id as PersonId;
export const companyId = (id: string): CompanyId => id as CompanyId;
export const unitId = (id: string): UnitId => id as UnitId;
