import type { Failure, Renderer } from '../../renderer.js';
import { contributionOf, message, uriOf } from '../../sarif/contribution.js';
import type { Artifact, Contribution, Descriptor } from '../../sarif/log.js';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const notification = ({ name, kind, code, reason, remedy, details }: Failure) => ({
  descriptor: { id: code },
  level: kind === 'notReport' ? 'note' : 'error',
  message: message([reason, ...details, remedy].join(' ')),
  locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(name) } } }],
});

/** A log of SARIF 2.1.0 with one run; the results go out as they come in. */
export const sarif: Renderer = {
  extension: 'sarif',
  combined: true,
  separate: false,
  part: (audit, context) => JSON.stringify(contributionOf(audit, context)),
  async *document(parts, { lang, provenance }) {
    const artifacts = new Map<string, Artifact>();
    const rules = new Map<string, Descriptor>();
    const failures: Failure[] = [];
    let separator = '\n';
    yield `{"$schema":${JSON.stringify(schema)},"version":"2.1.0","runs":[{"results":[`;
    for await (const part of parts) {
      if (part.kind === 'failure') {
        failures.push(part.failure);
        continue;
      }
      const { artifact, rules: own, results } = JSON.parse(part.text) as Contribution;
      artifacts.set(JSON.stringify(artifact), artifact);
      for (const rule of own) if (!rules.has(rule.id)) rules.set(rule.id, rule);
      for (const result of results) {
        yield separator + JSON.stringify(result);
        separator = ',\n';
      }
    }
    const { tool, rules: ruleSet } = provenance;
    const rest = {
      tool: {
        driver: { name: tool.name, version: tool.version, language: lang, rules: [...rules.values()] },
      },
      invocations: [
        {
          executionSuccessful: failures.every(({ kind }) => kind === 'notReport'),
          toolExecutionNotifications: failures.map(notification),
        },
      ],
      artifacts: [...artifacts.values()],
      columnKind: 'utf16CodeUnits',
      properties: { rules: { count: ruleSet.count, sha256: ruleSet.sha256 } },
    };
    yield `\n],${JSON.stringify(rest).slice(1)}]}\n`;
  },
};
