import type { AuditReport, AuditSettings, GivenRecording } from './auditWork.ts';

/** What the page tells its worker. */
export type AuditOrder =
  | ({ readonly kind: 'read'; readonly recordings: readonly GivenRecording[] } & AuditSettings)
  | { readonly kind: 'compare'; readonly granted: string };

/** What the worker tells the page. Both are of one build, so neither checks the other. */
export type AuditNews =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'report'; readonly report: AuditReport }
  | { readonly kind: 'unreadable' };
