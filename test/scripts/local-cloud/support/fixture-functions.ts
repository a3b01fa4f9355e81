import { join } from 'node:path'

/** Packages that are written by hand, in JavaScript, as the build would put them out. */
export const FIXTURE_FUNCTIONS = join(__dirname, '../fixtures/functions')
