import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { evaluateSuggestions } from '#app/domain/suggestions/evaluate.ts';
import { sharedData } from '#tests/support/shared-data.ts';
import { purchasesOf } from '../../../../tools/shop/commands/suggestions.ts';

const file = sharedData('online-retail/online_retail_2010-12_2011-03.csv.gz');

test.skipIf(!file)(
  'on a wholesaler’s invoices the suggestions beat “bought on most days” in recall and in precision',
  { timeout: 120_000 },
  () => {
    const { buyers, suggestions, baseline } = evaluateSuggestions(
      purchasesOf(gunzipSync(readFileSync(file ?? '')).toString('utf8')),
    );
    expect(buyers).toBeGreaterThan(800);
    expect(suggestions.recall).toBeGreaterThan(baseline.recall * 1.08);
    expect(suggestions.precision).toBeGreaterThan(baseline.precision * 1.1);
  },
);
