import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** Paths of the unpacked browser. */
export interface BundledBrowser {
  executable: string
  /** For `FONTCONFIG_FILE`: the fonts of the machine, and one of the package for a machine that has none. */
  fontsFile: string
  /** For `LD_LIBRARY_PATH`: libnss3, libnspr4 and libexpat, which a bare Linux lacks. */
  librariesDir: string
}

/** Where the kit keeps what can be made again. */
export const BROWSER_CACHE = join(__dirname, '../../../node_modules/.cache/wx-cloud-kit')

const PACKAGE = '@sparticuz/chromium'
const UNPACK = `const it = require('${PACKAGE}'); (it.default ?? it).executablePath()`

/**
 * Unpacks the Chromium of `@sparticuz/chromium`, once for each version of it. Takes 3 s and 200 MB.
 *
 * The package itself unpacks into the temporary folder that all users of the machine share, and takes whatever is there
 * already for the browser, also one that another process has half written. So it is told of another folder, and that
 * one gets its name when it is complete.
 */
export async function unpackBrowser(cacheDir: string): Promise<BundledBrowser> {
  const folder = join(cacheDir, `chromium-${versionOfPackage()}`)
  if (!existsSync(folder)) await unpack(folder)
  return {
    executable: join(folder, 'chromium'),
    fontsFile: join(folder, 'fonts.conf'),
    librariesDir: join(folder, 'al2023', 'lib'),
  }
}

/** The package does not let its `package.json` be required. */
function versionOfPackage(): string {
  const file = join(dirname(require.resolve(PACKAGE)), '../../package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

async function unpack(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true })
  const making = mkdtempSync(`${folder}-`)
  try {
    await promisify(execFile)(process.execPath, ['-e', UNPACK], {
      cwd: __dirname,
      // the libraries are unpacked for the one system only that is known to lack them
      env: { ...process.env, TMPDIR: making, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
      timeout: 60_000,
    })
    writeFileSync(join(making, 'fonts.conf'), fontsConfig(join(folder, 'fonts')))
    renameSync(making, folder)
  } catch (error) {
    // somebody else was faster
    if (!existsSync(folder)) throw error
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

function fontsConfig(fonts: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${fonts}</dir>
</fontconfig>
`
}
