/**
 * The events of the System Log that this org records (facts C41, F13 and G46). What no source
 * mentions, such as a withdrawn grant, is not recorded.
 */
export type EventType =
  | 'app.oauth2.token.grant.access_token'
  | 'app.oauth2.invalid_client_credentials'
  | 'app.oauth2.admin.consent.grant'
  | 'app.oauth2.client.privilege.grant'
  | 'app.oauth2.credentials.lifecycle.create'
  | 'app.oauth2.credentials.lifecycle.activate'
  | 'app.oauth2.credentials.lifecycle.deactivate'
  | 'app.oauth2.credentials.lifecycle.delete'
  | 'system.oauth2.token.request_outside_allowed_range'
  | 'system.api_token.request_outside_allowed_range'
  | 'system.api_token.revoke';

/** An entry of the System Log. */
export interface LogEntry {
  /** Milliseconds since the epoch. */
  readonly published: number;
  readonly eventType: EventType;
  readonly outcome: 'SUCCESS' | 'FAILURE';
  /** The client ID that it is about; absent if that is unknown. */
  readonly clientId?: string;
  /** Of a failure: the error. Of an admin's act: the scope or the key. */
  readonly detail?: string;
}
