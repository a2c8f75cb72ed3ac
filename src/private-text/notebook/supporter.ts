/** Somebody or something that can help: a service on the page, or somebody of the phone tree. */
export interface Supporter {
  /** The `id` of the service, or that of the person in the plan. */
  id: string;
  /** What the service is called. Empty: it is somebody of the phone tree, who is called what the plan says now. */
  name: string;
}
