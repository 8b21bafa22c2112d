import { csvLine } from '#app/integrations/csv.server.ts';
import { nativeHeader } from '#app/domain/catalog/import/native-columns.ts';

export type LargeCatalog = { skus: number; products: number };

const sizes = [1, 2, 3, 4, 5, 6, 7];
/** Products of one to seven variants in turn. */
export const largeCatalog = (skus: number): LargeCatalog => {
  let products = 0;
  for (let left = skus; left > 0; left -= sizes[products % sizes.length] ?? 1, products += 1);
  return { skus, products };
};

/** A wholesaler's catalog in our own format, line by line, the same every time: two languages, two currencies, stock,
 *  costs, attributes, a picture on every third product, 240 categories. Nothing of it is held. */
export function* largeCatalogLines(skus: number): Generator<string> {
  const header = nativeHeader(['EUR', 'USD']);
  yield csvLine(header);
  for (let sku = 0, product = 0; sku < skus; product += 1) {
    const [colour, metal] = [['red', 'blue', 'green', 'black'][product % 4], ['steel', 'brass', 'zinc'][product % 3]];
    const handle = `part-${product}`;
    const own = {
      ...{ status: 'active', category: `hall-${product % 12}/aisle-${product % 240}`, options: '["Size"]' },
      ...{ 'title.en': `Fitting ${product}, ${metal}`, 'title.de': `Beschlag ${product}, ${metal}` },
      'description.en': `<p>A ${colour} fitting of ${metal}, "number ${product}",\nfor doors and drawers.</p>`,
      ...{ vendor: `Maker ${product % 90}`, tags: JSON.stringify([colour]), attributes: JSON.stringify({ metal }) },
      images: product % 3 ? '[]' : JSON.stringify([{ source: `https://x.example/${product}.jpg`, alt: {}, sku: null }]),
    };
    for (let n = 0; n < (sizes[product % sizes.length] ?? 1) && sku < skus; n += 1, sku += 1) {
      const cells: Record<string, string> = {
        ...(n === 0 ? own : {}),
        ...{ handle, sku: `L-${sku}`, variant_options: JSON.stringify({ Size: `${n + 1} cm` }), unit: 'C62' },
        ...{ stock: String(sku % 500), weight_grams: String(100 + n), barcode: String(4_000_000_000_000 + sku) },
        ...{ 'price.EUR': `${10 + (sku % 90)}.50`, 'price.USD': `${11 + (sku % 90)}.25`, 'cost.EUR': '5.00' },
      };
      yield csvLine(header.map((column) => cells[column] ?? ''));
    }
  }
}
