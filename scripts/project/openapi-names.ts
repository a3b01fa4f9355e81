import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One openapi that a cloud function may call, as `cloud.openapi.<name>()`. */
export interface OpenapiName {
  /** As it stands in `permissions.openapi`, for example `wxacode.getUnlimited`. */
  name: string
  /** `GET` or `POST` of the HTTPS API behind it; empty where unknown. */
  method: string
  /** Address of the HTTPS API behind it; empty where unknown. */
  httpsPath: string
  /** The documentation page; empty where none is known. */
  docUrl: string
  /** How sure the name is, as a sentence: from "documented" to "UNVERIFIED". */
  status: string
}

let names: ReadonlyMap<string, OpenapiName> | undefined

/**
 * Every openapi name the kit knows, by name. No official machine-readable list exists, so a name that is missing
 * here may still be a real one.
 */
export function openapiNames(): ReadonlyMap<string, OpenapiName> {
  names ??= readNames()
  return names
}

function readNames(): ReadonlyMap<string, OpenapiName> {
  const [, ...rows] = readFileSync(join(__dirname, 'openapi-names.tsv'), 'utf8').trimEnd().split(/\r?\n/)
  return new Map(
    rows.map(row => {
      const [name = '', method = '', httpsPath = '', docUrl = '', status = ''] = row.split('\t')
      return [name, { name, method, httpsPath, docUrl, status }]
    }),
  )
}
