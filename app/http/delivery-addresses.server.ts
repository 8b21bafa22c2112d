import type { DbOrTx } from '#db/client.server.ts';
import { addressLines } from '#app/domain/checkout/address-lines.ts';
import { listUnitRecords } from '#db/queries/company-record.server.ts';
import type { PostalAddress } from '#db/schema/identity.ts';

export type DeliveryPlace = { unitId: string; label: string; address: PostalAddress };

/** Where a company's goods may go: the units that have an address. */
export async function addressesToDeliverTo(
  db: DbOrTx,
  p: { companyId: string; companyName: string },
): Promise<DeliveryPlace[]> {
  const units = await listUnitRecords(db, { companyId: p.companyId });
  return units.flatMap(({ id, name, address }) =>
    address
      ? [
          {
            unitId: id,
            label: addressLines({ ...address, name }, '').join(', '),
            address: { ...address, name: address.name || p.companyName },
          },
        ]
      : [],
  );
}

const facts = ({ address, city, postalCode, country }: PostalAddress) =>
  [address, city, postalCode, country].join('\n');
export const isSameAddress = (a: PostalAddress, b: PostalAddress | null): boolean =>
  b !== null && facts(a) === facts(b);
