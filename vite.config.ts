import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

/** What the pages of the storefront load together stands in one file: each file more is a question, an answer's headers and
 *  a dictionary begun anew. Everything else is split as the pages need it. */
const together: readonly (readonly [file: string, holds: RegExp])[] = [
  ['react', /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run|turbo-stream)\//],
  ['frame', /app\/domain\/i18n\/|app\/components\/i18n\/words/],
  ['frame', /app\/components\/shell\/(use-shell|wordmark|skip-link|buying-as-(chip|field))/],
  ['frame', /app\/components\/ui\/(button|notice|use-live-answer|icons\/(icon|signs|shop|arrows))/],
  ['shelf', /app\/components\/(shop\/(picture|product-card|stars)|ui\/(badge|price-text))/],
  ['money', /app\/domain\/money\/|app\/components\/ui\/money-text/],
  ['controls', /app\/http\/(answer-of|form-answer)|app\/components\/ui\/(field|error-summary|disclosure)/],
  ['controls', /app\/components\/ui\/(description-list|radio-group|quantity-stepper|breadcrumbs)/],
  ['sums', /app\/components\/shop\/(cart-summary|sum-facts|discount-field)/],
];
const fileOf = (id: string) => together.find(([, holds]) => holds.test(id))?.[0];

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig)],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    ...(!isSsrBuild && { rollupOptions: { output: { manualChunks: fileOf } } }),
  },
}));
