export const reviewVerdicts = ['confirmed', 'dismissed'] as const;

/** What an officer has found out about a finding. */
export interface Review {
  /** `dismissed`: the report is right; the finding stays visible but costs nothing. */
  verdict: (typeof reviewVerdicts)[number];
  reason: string;
  reviewer: string;
  /** The last day, YYYY-MM-DD, on which it holds; `null`: for good. */
  expiry: string | null;
}

/** A review that is to be found again: in the next audit of the same figures, it holds for the finding with the same fingerprint. */
export interface Waiver extends Review {
  fingerprint: string;
  /** The day of the review, YYYY-MM-DD; `null`: not told. */
  date: string | null;
}

export const replyStates = ['accepted', 'explained', 'corrected'] as const;

/** What the agency has answered to a finding. */
export interface Reply {
  fingerprint: string;
  state: (typeof replyStates)[number];
  text: string;
  /** YYYY-MM-DD */
  date: string;
}
