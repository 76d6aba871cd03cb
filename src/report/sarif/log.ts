/** The parts of SARIF 2.1.0 (OASIS, errata 01) that this program writes. */

export interface Message {
  text: string;
}

export interface Location {
  physicalLocation: {
    artifactLocation: { uri: string };
    region?: { startLine: number; startColumn?: number; snippet?: Message };
  };
  logicalLocations?: { name: string; fullyQualifiedName: string; kind: string }[];
  message?: Message;
  properties?: Record<string, unknown>;
}

export interface Descriptor {
  id: string;
  shortDescription: Message;
  help?: Message;
  properties?: Record<string, unknown>;
}

/** Only a failure has a level. */
export interface Result {
  ruleId: string;
  kind: 'fail' | 'review' | 'open' | 'notApplicable';
  level: 'error' | 'warning' | 'note' | 'none';
  message: Message;
  locations: Location[];
  relatedLocations?: Location[];
  partialFingerprints?: Record<string, string>;
  baselineState?: 'new' | 'updated' | 'unchanged' | 'absent';
  suppressions?: { kind: 'external'; status: 'accepted'; justification: string }[];
  properties: Record<string, unknown>;
}

export interface Artifact {
  location: { uri: string };
  roles: ['analysisTarget'];
  hashes: { 'sha-256': string };
  properties: Record<string, unknown>;
}

/** What one audit adds to the log. */
export interface Contribution {
  artifact: Artifact;
  rules: Descriptor[];
  results: Result[];
}
