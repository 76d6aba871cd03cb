import { Command, CommanderError } from 'commander';
import { categories } from '../model/audit/audit.js';
import { groupings } from '../model/indicators.js';
import { langs, type Lang } from '../model/lang.js';
import {
  auditFormats,
  comparisonFormats,
  indicatorsFormats,
  readingFormats,
  registerFormats,
} from '../report/formats/formats.js';
import { translator, type MessageKey, type Translate } from '../report/translate.js';
import type { AuditCommand } from './commands/audit.js';
import type { ClaimsCommand } from './commands/claims.js';
import type { CompareCommand } from './commands/compare.js';
import type { IndicatorsCommand } from './commands/indicators.js';
import { status } from './exit.js';
import type { ExtractCommand } from './commands/extract.js';
import type { FormsCommand } from './commands/forms.js';
import { helpIn } from './help.js';
import type { Host } from './host.js';
import { choice, countOption, dayOption, langOption, portOption, repeatable, yearOption } from './options.js';
import type { WorkerCommand } from './queue/command.js';
import { refusal } from './refusal.js';
import type { RegisterCommand } from './commands/register.js';
import type { ImpactCommand } from './rules/impact.js';
import type { ServeCommand } from './commands/serve.js';
import { kinds } from '../workbench/skeleton/kinds.js';
import type { NewRuleCommand } from './rules/new/new.js';
import { writeError } from './output/write-error.js';

/** Formats that the command line promises; those that do not exist yet are refused by name. */
const promisedFormats: string[] = [];
const severities = ['error', 'warning', 'info'];
const levels = ['central', 'province', 'city', 'county', 'township'];

/** The language must be known before the options are read, because it is the language of the help. */
function langOf(argv: readonly string[]): Lang {
  const at = argv.findIndex((each) => each === '--lang' || each.startsWith('--lang='));
  const value = argv[at]?.startsWith('--lang=') === true ? argv[at].slice(7) : argv[at + 1];
  return at >= 0 && langs.includes(value as Lang) ? (value as Lang) : langs[0];
}

/** What commander says of an argument that must be there. */
function missingArgument(name: string): CommanderError {
  return new CommanderError(1, 'commander.missingArgument', `missing required argument '${name}'`);
}

function build(lang: Lang, t: Translate, host: Host, done: (code: number) => void): Command {
  const root = new Command('gouji')
    .description(t('tool.summary'))
    .configureHelp(helpIn(t))
    .configureOutput({ outputError: () => undefined })
    .exitOverride()
    .version(host.version, '-V, --version', t('help.version'))
    .helpOption('-h, --help', t('help.option'))
    .helpCommand(false)
    .addOption(langOption(t))
    .addHelpText('after', `\n${t('help.more')}`);

  const define = (parent: Command, signature: string, description: MessageKey) =>
    parent
      .command(signature)
      .description(t(description))
      .helpOption('-h, --help', t('help.option'))
      .helpCommand(false)
      .addOption(langOption(t));

  const timeLimit = () => countOption('--time-limit <seconds>', t('help.audit.timeLimit'), t).default(120);
  const moreForms = () => repeatable('--forms <path>', t('help.moreForms'));

  define(root, 'audit', 'help.audit')
    .argument(`[${t('help.operand.inputs')}...]`, t('help.audit.inputs'))
    .addOption(
      choice(
        '--format <format>',
        t('help.audit.format'),
        [...auditFormats, 'all'],
        t,
        promisedFormats,
      ).default('pretty'),
    )
    .option('--out <path>', t('help.out'))
    .option('--files-from <file>', t('help.audit.filesFrom'))
    .addOption(repeatable('--rules <file>', t('help.audit.rules')))
    .addOption(moreForms())
    .option('--notice <file>', t('help.audit.notice'))
    .addOption(yearOption('--year <year>', t('help.audit.year'), t))
    .option('--agency <name>', t('help.audit.agency'))
    .addOption(choice('--level <level>', t('help.audit.level'), levels, t))
    .addOption(repeatable('--prior <path>', t('help.audit.prior')))
    .option('--no-prior', t('help.audit.noPrior'))
    .option('--roster <file>', t('help.audit.roster'))
    .addOption(repeatable('--register <file>', t('help.audit.register')))
    .option('--waivers <file>', t('help.audit.waivers'))
    .addOption(dayOption('--today <day>', t('help.audit.today'), t))
    .option('--baseline <file>', t('help.audit.baseline'))
    .addOption(
      choice('--fail-on <severity>', t('help.audit.failOn'), ['error', 'warning', 'never'], t).default(
        'error',
      ),
    )
    .addOption(countOption('--jobs <count>', t('help.audit.jobs'), t))
    .addOption(timeLimit())
    .option('--cache <folder>', t('help.audit.cache'))
    .option('--timing', t('help.audit.timing'))
    .option('--queue <url>', t('help.audit.queue'))
    .action(async (inputs: string[], options: Omit<AuditCommand, 'lang'>) => {
      if (inputs.length === 0 && options.filesFrom === undefined)
        throw missingArgument(t('help.operand.inputs'));
      const { auditCommand } = await import('./commands/audit.js');
      done(await auditCommand(inputs, { ...options, lang }, host));
    });

  define(root, 'worker', 'help.worker')
    .requiredOption('--queue <url>', t('help.worker.queue'))
    .addOption(countOption('--jobs <count>', t('help.audit.jobs'), t))
    .option('--dead-letters', t('help.worker.deadLetters'))
    .action(async (options: Omit<WorkerCommand, 'lang'>) => {
      const { workerCommand } = await import('./queue/command.js');
      done(await workerCommand({ ...options, lang }, host));
    });

  define(root, 'compare', 'help.compare')
    .argument(`<${t('help.operand.earlier')}>`, t('help.compare.earlier'))
    .argument(`<${t('help.operand.later')}...>`, t('help.compare.later'))
    .addOption(choice('--format <format>', t('help.audit.format'), comparisonFormats, t).default('pretty'))
    .option('--out <path>', t('help.out'))
    .addOption(repeatable('--rules <file>', t('help.compare.rules')))
    .addOption(moreForms())
    .addOption(
      choice('--fail-on <severity>', t('help.compare.failOn'), ['error', 'warning', 'never'], t).default(
        'error',
      ),
    )
    .addOption(countOption('--jobs <count>', t('help.audit.jobs'), t))
    .addOption(timeLimit())
    .action(async (earlier: string, later: string[], options: Omit<CompareCommand, 'lang'>) => {
      const { compareCommand } = await import('./commands/compare.js');
      done(await compareCommand([earlier, ...later], { ...options, lang }, host));
    });

  define(root, 'indicators', 'help.indicators')
    .argument(`<${t('help.operand.audits')}...>`, t('help.indicators.audits'))
    .addOption(choice('--by <dimension>', t('help.indicators.by'), groupings, t).default('year'))
    .addOption(choice('--format <format>', t('help.audit.format'), indicatorsFormats, t).default('pretty'))
    .option('--out <path>', t('help.out'))
    .option('--agencies <folder>', t('help.indicators.agencies'))
    .option('--definitions <file>', t('help.indicators.definitions'))
    .addOption(countOption('--minimum <cases>', t('help.indicators.minimum'), t))
    .option('--roster <file>', t('help.indicators.roster'))
    .addOption(repeatable('--rules <file>', t('help.compare.rules')))
    .addOption(moreForms())
    .addOption(countOption('--jobs <count>', t('help.audit.jobs'), t))
    .addOption(timeLimit())
    .action(async (audits: string[], options: Omit<IndicatorsCommand, 'lang'>) => {
      const { indicatorsCommand } = await import('./commands/indicators.js');
      done(await indicatorsCommand(audits, { ...options, lang }, host));
    });

  define(root, 'extract', 'help.extract')
    .argument(`<${t('help.operand.inputs')}...>`, t('help.audit.inputs'))
    .addOption(choice('--format <format>', t('help.extract.format'), readingFormats, t).default('json'))
    .option('--out <path>', t('help.out'))
    .addOption(timeLimit())
    .addOption(moreForms())
    .addOption(countOption('--report <number>', t('help.extract.report'), t))
    .option('--explain', t('help.extract.explain'))
    .option('--timing', t('help.extract.timing'))
    .action(async (inputs: string[], options: Omit<ExtractCommand, 'lang'>) => {
      const { extractCommand } = await import('./commands/extract.js');
      done(await extractCommand(inputs, { ...options, lang }, host));
    });

  define(root, 'register', 'help.register')
    .argument(`<${t('help.operand.file')}...>`, t('help.register.files'))
    .addOption(yearOption('--year <year>', t('help.register.year'), t).makeOptionMandatory())
    .option('--report <file>', t('help.register.report'))
    .addOption(choice('--format <format>', t('help.audit.format'), registerFormats, t).default('pretty'))
    .option('--out <path>', t('help.out'))
    .action(async (files: string[], options: Omit<RegisterCommand, 'lang'>) => {
      const { registerCommand } = await import('./commands/register.js');
      done(await registerCommand(files, { ...options, lang }, host));
    });

  define(root, 'claims', 'help.claims')
    .argument(`<${t('help.operand.file')}...>`, t('help.file'))
    .addOption(choice('--format <format>', t('help.audit.format'), ['pretty', 'json'], t).default('pretty'))
    .addOption(moreForms())
    .option('--out <path>', t('help.out'))
    .addOption(timeLimit())
    .action(async (files: string[], options: Omit<ClaimsCommand, 'lang'>) => {
      const { claimsCommand } = await import('./commands/claims.js');
      done(await claimsCommand(files, { ...options, lang }, host));
    });

  define(root, 'serve', 'help.serve')
    .addOption(portOption('--port <port>', t('help.serve.port'), t).default(8617))
    .option('--save <path>', t('help.serve.save'))
    .action(async (options: Omit<ServeCommand, 'lang'>) => {
      const { serveCommand } = await import('./commands/serve.js');
      done(await serveCommand({ ...options, lang }, host));
    });

  const rules = define(root, 'rules', 'help.rules');
  define(rules, 'list', 'help.rules.list').action(async () => {
    const { listRules } = await import('./rules/list.js');
    done(await listRules(lang, host));
  });
  define(rules, 'packs', 'help.rules.packs').action(async () => {
    const { listPacks } = await import('./rules/packs.js');
    done(listPacks(lang));
  });
  define(rules, 'show', 'help.rules.show')
    .argument(`<${t('help.operand.id')}>`, t('help.ruleId'))
    .action(async (id: string) => {
      const { showRule } = await import('./rules/show.js');
      done(showRule(id));
    });
  define(rules, 'new', 'help.rules.new')
    .argument(`[${t('help.operand.id')}]`, t('help.rules.new.id'))
    .addOption(choice('--category <category>', t('help.rules.new.category'), categories, t))
    .addOption(choice('--severity <severity>', t('help.rules.new.severity'), severities, t))
    .option('--title <title>', t('help.rules.new.title'))
    .option('--title-en <title>', t('help.rules.new.titleEn'))
    .addOption(choice('--fact <fact>', t('help.rules.new.fact'), Object.keys(kinds), t))
    .option('--cell <address>', t('help.rules.new.cell'))
    .addOption(repeatable('--of <address>', t('help.rules.new.of')))
    .option('--part <part>', t('help.rules.new.part'))
    .addOption(repeatable('--words <words>', t('help.rules.new.words')))
    .option('--limit <number>', t('help.rules.new.limit'))
    .option('--document <name>', t('help.rules.new.document'))
    .option('--article <clause>', t('help.rules.new.article'))
    .option('--out <path>', t('help.rules.new.out'))
    .action(async (id: string | undefined, options: Omit<NewRuleCommand, 'lang'>) => {
      const { newRule } = await import('./rules/new/new.js');
      done(await newRule(id, { ...options, lang }, host));
    });
  define(rules, 'check', 'help.rules.check')
    .argument(`<${t('help.operand.file')}>`, t('help.file'))
    .addOption(moreForms())
    .action(async (file: string, options: Omit<FormsCommand, 'lang'>) => {
      const { checkRules } = await import('./rules/check.js');
      done(await checkRules(file, { ...options, lang }, host));
    });
  define(rules, 'test', 'help.rules.test')
    .argument(`[${t('help.operand.file')}]`, t('help.rulesFile'))
    .addOption(moreForms())
    .action(async (file: string | undefined, options: Omit<FormsCommand, 'lang'>) => {
      const { testRulesOf } = await import('./rules/test.js');
      done(await testRulesOf(file, { ...options, lang }, host));
    });
  define(rules, 'lint', 'help.rules.lint')
    .argument(`[${t('help.operand.file')}]`, t('help.rulesFile'))
    .action(async (file: string | undefined) => {
      const { lintRulesOf } = await import('./rules/lint.js');
      done(await lintRulesOf(file, lang, host));
    });
  define(rules, 'mutate', 'help.rules.mutate')
    .argument(`[${t('help.operand.file')}]`, t('help.rulesFile'))
    .action(async (file: string | undefined) => {
      const { mutateRulesOf } = await import('./rules/mutate.js');
      done(await mutateRulesOf(file, lang, host));
    });
  define(rules, 'impact', 'help.rules.impact')
    .argument(`<${t('help.operand.old')}>`, t('help.rules.impact.old'))
    .argument(`<${t('help.operand.new')}>`, t('help.rules.impact.new'))
    .argument(`<${t('help.operand.inputs')}...>`, t('help.audit.inputs'))
    .addOption(choice('--format <format>', t('help.audit.format'), ['table', 'json'], t).default('table'))
    .addOption(timeLimit())
    .action(async (old: string, changed: string, inputs: string[], options: Omit<ImpactCommand, 'lang'>) => {
      const { impactOfRules } = await import('./rules/impact.js');
      done(await impactOfRules([old, changed], inputs, { ...options, lang }, host));
    });
  define(rules, 'docs', 'help.rules.docs')
    .argument(`[${t('help.operand.file')}]`, t('help.rulesFile'))
    .option('--out <path>', t('help.rules.docs.out'), 'docs/rules')
    .action(async (file: string | undefined, { out }: { out: string }) => {
      const { writeRuleDocs } = await import('./rules/docs.js');
      done(await writeRuleDocs(file, out, lang, host));
    });

  const forms = define(root, 'forms', 'help.forms');
  define(forms, 'list', 'help.forms.list')
    .addOption(moreForms())
    .action(async (options: Omit<FormsCommand, 'lang'>) => {
      const { listForms } = await import('./commands/forms.js');
      done(await listForms({ ...options, lang }, host));
    });
  define(forms, 'show', 'help.forms.show')
    .argument(`<${t('help.operand.id')}>`, t('help.formId'))
    .addOption(moreForms())
    .action(async (id: string, options: Omit<FormsCommand, 'lang'>) => {
      const { showForm } = await import('./commands/forms.js');
      done(await showForm(id, { ...options, lang }, host));
    });
  define(forms, 'check', 'help.forms.check')
    .argument(`<${t('help.operand.file')}>`, t('help.file'))
    .action(async (file: string) => {
      const { checkForm } = await import('./commands/forms.js');
      done(await checkForm(file, { lang }));
    });
  return root;
}

/** Says that standard output could not be written, and returns the exit status. */
export function outputLost(argv: readonly string[], error: Error): number {
  const t = translator(langOf(argv));
  const { key, values } = writeError(t('usage.standardOutput'), error);
  process.stderr.write(`${t('usage.error', { message: t(key, values) })}\n`);
  return status.failed;
}

/** Runs the program and returns its exit status. */
export async function run(argv: readonly string[], host: Host): Promise<number> {
  const lang = langOf(argv);
  const t = translator(lang);
  let code: number = status.clean;
  try {
    await build(lang, t, host, (result) => (code = result)).parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return status.clean;
    process.stderr.write(await refusal(error, lang, t));
    return status.failed;
  }
}
