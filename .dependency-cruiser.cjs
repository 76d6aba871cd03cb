/** Dependencies point one way: model ← form ← extract, rules, conclude, report ← audit ← cli, web. */
const layer = (name, mayUse) => ({
  name: `${name}-stands-on-${mayUse.join('-') || 'nothing'}`,
  severity: 'error',
  from: { path: `^src/${name}/`, pathNot: '\\.test\\.ts$' },
  to: { path: '^src/', pathNot: `^src/(${[name, ...mayUse].join('|')})/` },
});

module.exports = {
  forbidden: [
    layer('model', []),
    layer('yaml', ['model']),
    layer('form', ['model', 'yaml']),
    layer('extract', ['model', 'yaml', 'form']),
    layer('rules', ['model', 'yaml', 'form']),
    layer('linear', []),
    layer('conclude', ['model', 'form', 'linear']),
    layer('report', ['model', 'yaml', 'form']),
    layer('review', ['model', 'yaml']),
    layer('indicators', ['model', 'yaml', 'around']),
    layer('register', ['model', 'yaml', 'form', 'extract']),
    layer('workbench', ['model', 'yaml', 'form', 'linear', 'rules', 'conclude', 'report']),
    {
      name: 'command-line-and-page-apart',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/web/' },
    },
    {
      name: 'page-runs-in-a-browser',
      severity: 'error',
      from: { path: '^src/web/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(cli|defaults)' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
