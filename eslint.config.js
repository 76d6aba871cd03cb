import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const impure = {
  'no-console': 'error',
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        { regex: '^node:', message: 'The core is pure: only src/cli and src/defaults.ts touch the system.' },
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
  globalIgnores(['dist/', 'coverage/', '.tmp/', 'scripts/']),
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
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-control-regex': 'off',
      eqeqeq: 'error',
    },
  },
  { files: ['src/{model,extract,rules,conclude,report}/**/*.ts'], ignores: ['**/*.test.ts'], rules: impure },
);
