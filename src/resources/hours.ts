/**
 * Whether a service is open. `unknown`: its hours are not known well enough to say; it is never taken for closed then.
 */
export interface OpenState {
  readonly state: 'open' | 'closed' | 'unknown';
  /** When an open service closes, or a closed one opens next, in milliseconds since 1970. `undefined`: not known, or not within two weeks; or it never closes. */
  readonly until: number | undefined;
  /** The IANA zone that the hours are in. Empty: not known. */
  readonly zone: string;
}
