import type { Problem } from '../project/problem'
import { placeOf } from '../project/text-place'

/** A file that would leave this machine, in a package or in the mini program. */
export interface ShippedFile {
  /** From the root of the project, with `/`. */
  path: string
  /** Undefined where only the name counts: binary or very large files. */
  text?: string
}

const NAMES = /(?:^|\/)(?:\.env(?:\..*)?|.*\.(?:key|pem|p12|pfx))$/i

const CONTENTS: readonly { what: string; pattern: RegExp }[] = [
  { what: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/ },
  {
    what: 'an AppSecret',
    pattern: /\b(?:component_?)?(?:app_?)?secret["'`]?\s*[:=]\s*["'`][0-9a-f]{32}["'`]/i,
  },
  { what: 'a Tencent Cloud SecretId', pattern: /\bAKID[0-9A-Za-z]{32}\b/ },
]

/** Secrets in files that are uploaded: everyone who can download the mini program or the package could read them. */
export function findSecrets(files: readonly ShippedFile[]): Problem[] {
  return files.flatMap(({ path, text }) => {
    if (NAMES.test(path)) {
      return [secret(path, `${path} would be uploaded: its name is that of a file for secrets`)]
    }
    return CONTENTS.flatMap(({ what, pattern }) => {
      const found = text === undefined ? null : pattern.exec(text)
      return found ? [{ ...secret(path, `${path} holds ${what}`), ...placeOf(text ?? '', found.index) }] : []
    })
  })
}

function secret(file: string, message: string): Problem {
  return {
    severity: 'error',
    rule: 'secret',
    message,
    file,
    mend: "take it out, keep it in the function's environment variables (cloud console), and replace it by a new one if it was ever committed or uploaded",
  }
}
