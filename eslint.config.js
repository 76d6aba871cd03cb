import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const impure = {
  'no-console': 'error',
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        { regex: '^node:', message: 'The core is pure: only src/cli and src/defaults touch the system.' },
      ],
    },
  ],
  'no-restricted-globals': ['error', 'process', 'performance'],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now' },
    { object: 'Math', property: 'random' },
  ],
};

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', '.tmp/', 'scripts/*.mjs']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-control-regex': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/{model,extract,linear,rules,conclude,report,workbench}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: impure,
  },
  {
    // What a test reads back (JSON, mutated data) has no type worth asserting before the expectation does.
    files: ['**/*.test.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
);
