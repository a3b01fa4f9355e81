/** Any number will do: it stands for the account that owns the bucket. */
const ACCOUNT = '1300000000'

/** The address of a file as code keeps it: `cloud://<env>.<bucket>/<cloudPath>`. */
export function fileIdOf(env: string, cloudPath: string): string {
  return `${prefixOf(env)}${cloudPath}`
}

/** The path in a file's address, or undefined for an address that is not of this environment. */
export function cloudPathOf(env: string, fileId: unknown): string | undefined {
  const prefix = prefixOf(env)
  if (typeof fileId !== 'string' || !fileId.startsWith(prefix) || fileId === prefix) return undefined
  return fileId.slice(prefix.length)
}

/** Buckets are named after the environment, with the first two letters of it in front as hexadecimal numbers. */
function prefixOf(env: string): string {
  return `cloud://${env}.${Buffer.from(env.slice(0, 2)).toString('hex')}-${env}-${ACCOUNT}/`
}
