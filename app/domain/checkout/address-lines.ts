import { type ShippingAddress, addressFormOf } from './address-fields';

type Written = Pick<ShippingAddress, 'name' | 'address' | 'city' | 'postalCode' | 'country'> &
  Partial<Pick<ShippingAddress, 'company' | 'address2' | 'region'>>;

const elsewhere = '%N%n%O%n%A%n%Z %C%n%S';

/** An address as its country's post wants it written, a line each; the country's name, in the reader's language, comes
 *  last. What is not there leaves no gap. */
export function addressLines(address: Written, countryName: string): string[] {
  const parts: Record<string, readonly (string | undefined)[]> = {
    N: [address.name],
    O: [address.company],
    A: [address.address, address.address2],
    C: [address.city],
    S: [address.region],
    Z: [address.postalCode],
  };
  const isThere = (sign: string) => (parts[sign] ?? []).some(Boolean);
  const label = addressFormOf(address.country)?.label ?? elsewhere;
  return [
    ...label.split('%n').flatMap((line) =>
      line === '%A'
        ? (parts.A ?? [])
        : line
            // a sign that is nowhere takes the letters that belong to it along: "FI-"
            .replaceAll(/[^\s%]*%([NOCSZ])/g, (written, sign: string) => (isThere(sign) ? written : ''))
            .replaceAll(/%([NOCSZ])/g, (_, sign: string) => parts[sign]?.[0] ?? '')
            .trim(),
    ),
    countryName,
  ].filter((line): line is string => Boolean(line));
}
