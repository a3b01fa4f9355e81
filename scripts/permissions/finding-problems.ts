import type { Problem } from '../project/problem'
import type { Finding } from './finding'
import type { SourcePlace } from './places'

/** A use of openapi that is wrong, or of which the code does not tell what it calls. */
export type UnclearFinding = Exclude<Finding, { kind: 'call' }> & { place: SourcePlace | undefined }

const WRITE_OUT = 'call it by its full name, cloud.openapi.<category>.<method>(...)'
const DECLARE = `or name what it calls in a comment on the line above (\`none\`, if it calls nothing):
// openapi-calls: wxacode.get, wxacode.getUnlimited`

/** What is wrong with a use of openapi that is not a plain call, and how to mend it. */
export function problemOf(finding: UnclearFinding): Problem {
  return { severity: 'error', ...explain(finding), ...finding.place }
}

function explain(finding: UnclearFinding): { rule: string; message: string; mend: string } {
  const { what } = finding
  switch (finding.kind) {
    case 'escapes':
      return {
        rule: 'openapi-escapes',
        message: `${what} goes where its openapi calls cannot be read from the code: ${finding.reason}`,
        mend: `${what === 'cloud' ? 'import cloud where it is used' : WRITE_OUT},\n${DECLARE}`,
      }
    case 'dynamic':
      return {
        rule: 'openapi-dynamic',
        message: `which member of ${what} is used here is known only when the code runs`,
        mend: `${WRITE_OUT},\n${DECLARE}`,
      }
    case 'awaited': {
      const name = what.replace(/^cloud\.openapi\.?/, '').replace(/\.?(then|catch|finally)$/, '')
      const called = what.replace(/(\.(then|catch|finally))?$/, '')
      return {
        rule: 'openapi-awaited',
        message: `${called} is taken for a promise: JavaScript asks it for "then", and so calls an openapi named "${[name, 'then'].filter(Boolean).join('.')}"`,
        mend: name.includes('.')
          ? `call it first: ${called}(...)`
          : `do not await or return ${called} itself`,
      }
    }
    case 'incomplete':
      return {
        rule: 'openapi-incomplete',
        message: `${what}() is not an openapi: a name has at least two parts, such as wxacode.get`,
        mend: `${WRITE_OUT}; options stand behind openapi: cloud.openapi({ appid }).wxacode.get(...)`,
      }
  }
}
