import type { ImportProblem, ImportedProduct, ImportedVariant } from '#app/domain/catalog/import/imported.ts';
import { type ProductBody, productBody } from '#app/http/api/schemas/products.ts';

export type CheckedProduct = { readonly product: ImportedProduct; readonly body: ProductBody };

/** What the file says, held to the same shapes as PUT /products. A bad variant leaves alone; a product whose own fields
 *  are bad, or that loses every variant, does not come in. */
export function checkImported(
  imported: ImportedProduct,
  columnOf: (field: string) => string | null,
): { checked: CheckedProduct | null; problems: ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const bodyOf = (variants: readonly ImportedVariant[]) => ({
    ...imported.body,
    variants: variants.map(({ body }) => body),
  });
  const first = productBody.safeParse(bodyOf(imported.variants));
  if (first.success) return { checked: { product: imported, body: first.data }, problems };

  const bad = new Set<number>();
  let isProductBad = false;
  for (const issue of first.error.issues) {
    const [field, index, part] = issue.path;
    const isVariant = field === 'variants' && typeof index === 'number';
    const column = columnOf(String((isVariant ? part : field) ?? ''));
    const row = isVariant ? imported.variants[index]?.row : imported.rows[0];
    if (isVariant) bad.add(index);
    else isProductBad = true;
    problems.push({ row: row ?? 0, column, code: 'bad_value', message: issue.message });
  }
  const variants = imported.variants.filter((_, index) => !bad.has(index));
  if (isProductBad || variants.length === 0) {
    const told = new Set(problems.map(({ row }) => row));
    for (const row of imported.rows)
      if (!told.has(row))
        problems.push({ row, column: null, code: 'product_refused', message: 'Its product was refused' });
    return { checked: null, problems };
  }
  const second = productBody.safeParse(bodyOf(variants));
  return second.success
    ? { checked: { product: { ...imported, variants }, body: second.data }, problems }
    : { checked: null, problems };
}
