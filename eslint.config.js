import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What a folder may not import, in words; tests/architecture/imports.test.ts holds the same rule without a linter. */
const forbid = (files, patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

export default tseslint.config(
  { ignores: ['build', 'node_modules', '.data', 'db/migrations', 'public'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['tools/**', 'bench/**', 'tests/support/**'], rules: { 'no-console': 'off' } },
  {
    files: ['app/**/*.tsx'],
    plugins: { 'jsx-a11y': jsxA11y, 'react-hooks': reactHooks },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: ['app/**', 'db/**', 'tools/**'],
    ignores: ['app/env.server.ts', 'tools/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only app/env.server.ts reads the environment.' },
      ],
    },
  },
  {
    files: ['app/domain/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!#app/domain/|\\./|\\.\\./|temporal-polyfill$)',
              message: 'The domain imports only the domain.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', 'process', 'crypto', 'fetch'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
        { object: 'Math', property: 'random', message: 'Randomness comes in as an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes in as an argument.' },
      ],
    },
  },
  forbid(['app/components/**'], [{ regex: '\\.server$', message: 'Components never import server code.' }]),
  forbid(['app/emails/**'], [{ regex: '\\.server$|^drizzle|^#db', message: 'Mails are pure: props in, markup out.' }]),
  forbid(
    ['app/use-cases/**'],
    [{ regex: '#app/(routes|components|emails)', message: 'Use cases enqueue; they never render.' }],
  ),
  forbid(
    ['app/routes/**'],
    [{ regex: 'drizzle-orm|locks\\.server', message: 'Routes carry: SQL lives in db/queries.' }],
  ),
);
