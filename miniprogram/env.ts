/**
 * The one file that a fork edits: the id of the cloud environment for each version of the mini program. It stands in
 * the cloud console of WeChat DevTools, and looks like `prod-1a2b3c`. Two versions may share one.
 */
export const environments = {
  /** In WeChat DevTools, on the phones of developers, and while a version is under review. */
  develop: 'your-env-id',
  /** For those who try a version out before its release. */
  trial: 'your-env-id',
  /** For everyone. */
  release: 'your-env-id',
}
