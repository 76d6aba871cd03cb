export const agencyLevels = ['central', 'province', 'city', 'county', 'township', 'unknown'] as const;
export type AgencyLevel = (typeof agencyLevels)[number];

export const agencyKinds = ['government', 'office', 'department', 'institution', 'unknown'] as const;
export type AgencyKind = (typeof agencyKinds)[number];

export interface Agency {
  name: string | null;
  level: AgencyLevel;
  kind: AgencyKind;
}
