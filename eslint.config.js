// What lint holds the code to. Formatting is prettier's, unused names and exports are the type checker's and the dead-code check's.

import tseslint from 'typescript-eslint'

const rawMarkUp = {
  selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
  message:
    'Everything a page shows is escaped. The one place that may write mark-up as it stands is src/engine/web/raw.tsx: use what it offers.',
}
const rawMarkUpByKey = { ...rawMarkUp, selector: "Property[key.name='dangerouslySetInnerHTML']" }

export default tseslint.config(
  { ignores: ['node_modules/', '.runtime/', 'data/', 'build/', 'coverage/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', rawMarkUp, rawMarkUpByKey],
      '@typescript-eslint/consistent-type-imports': 'error',
      // A handler or a driver may be asynchronous by its contract without waiting for anything itself.
      '@typescript-eslint/require-await': 'off',
      // What an index gives may be undefined to the type checker (noUncheckedIndexedAccess) where a pattern has made sure of it.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true, allowNullish: true }],
      // Ours are functions that interfaces list, not methods of classes: they have no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      // 'anyone' | 'signed in' | string tells the reader what is usual.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // The type checker reports unused names (noUnusedLocals, noUnusedParameters).
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/cli.ts', 'src/commands/**', '**/*.test.{ts,tsx}'],
    rules: { 'no-console': 'error' },
  },
  { files: ['src/engine/web/raw.tsx'], rules: { 'no-restricted-syntax': 'off' } },
  {
    // Tests look into what they got without naming its type first.
    files: ['**/*.test.{ts,tsx}', 'test/**'],
    rules: {
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  { files: ['**/*.{js,mjs,cjs}'], rules: { eqeqeq: 'error', 'no-unused-vars': 'error', 'no-var': 'error', 'prefer-const': 'error' } },
)
