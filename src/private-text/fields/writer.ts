/** An element of the page in which a person writes. */
export interface Writer {
  readonly host: HTMLElement & { requestUpdate(): void; readonly inPage: boolean };
  /** What its part of the notebook is called. */
  readonly about: string;
  /** A copy of its sheet, as it would go on paper now. */
  readonly copy: () => Element;
  /** It shows nothing of its own, such as while its words are on their way. */
  isBlank: boolean;
}
