/** What the page says to the service worker; the port that comes with it hears when all is kept. */
export interface KeepUsed {
  type: "keep_used";
  /** Where the page, and its app's worker, got what they are made of. */
  addresses: string[];
}
