/** Exit statuses of the program. */
export const status = { clean: 0, findings: 1, failed: 2, interrupted: 130 } as const;
