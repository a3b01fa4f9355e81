/**
 * The one file that a fork edits: the cloud environment for each version of the mini program. Its id stands in the
 * cloud console of WeChat DevTools, and looks like `prod-1a2b3c`. Two versions may share one.
 */
export const environments = {
  /**
   * In WeChat DevTools, on the phones of developers, and while a version is under review. `'local'` is the local cloud
   * of `npm start`, which DevTools on the same machine can reach; phones and reviewers need a real id.
   */
  develop: 'local',
  /** For those who try a version out before its release. */
  trial: 'your-env-id',
  /** For everyone. */
  release: 'your-env-id',
}

/** Where `npm start` runs the local cloud; it says so if the port was taken and it runs elsewhere. */
export const localCloud = 'http://127.0.0.1:8710'
