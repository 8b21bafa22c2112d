/** Who may import whom, as docs and tests/architecture/imports.test.ts say, held on the resolved paths. */
const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule(
      'no-circles',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'Two modules that need each other to run are one; types may look both ways.',
    ),
    rule(
      'domain-stands-alone',
      { path: '^app/domain/' },
      { pathNot: ['^app/domain/', 'node_modules/temporal-polyfill/'] },
      'Rules need nothing but rules.',
    ),
    rule(
      'use-cases-do-not-render',
      { path: '^app/use-cases/' },
      { path: '^app/(routes|components|emails|jobs/handlers)/' },
      'They enqueue by name.',
    ),
    rule(
      'components-get-props',
      { path: '^app/components/' },
      { path: ['\\.server\\.tsx?$', '^db/', '^app/(routes|use-cases)/'] },
      'No server code in a component.',
    ),
    rule('mails-are-pure', { path: '^app/emails/.*\\.tsx$' }, { path: '^(db/|app/routes/)' }, 'Props in, markup out.'),
    rule(
      'routes-carry',
      { path: '^app/routes/' },
      { path: ['^db/locks', '^db/schema/', 'node_modules/(drizzle-orm|postgres)/'] },
      'SQL lives in db/queries.',
    ),
    rule(
      'rows-know-the-domain-alone',
      { path: '^db/', pathNot: '^db/seed/' },
      { path: '^app/', pathNot: '^app/(domain/|integrations/ids)' },
      'Nothing above the database is known to it.',
    ),
    rule(
      'stripe-has-one-room',
      { path: '^app/', pathNot: '^app/integrations/stripe/' },
      { path: 'node_modules/stripe/' },
      'Only it knows Stripe’s types.',
    ),
    rule(
      'lucia-has-one-room',
      { path: '^app/', pathNot: '^app/integrations/auth/' },
      { path: 'node_modules/(lucia|@lucia-auth)/' },
      'Replaceable in one place.',
    ),
    rule(
      'the-shop-runs-without-its-tools',
      { path: '^(app|db)/', pathNot: '^db/seed/' },
      { path: '^(tools|tests|bench)/' },
      'Tools know the shop, not the other way round.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
