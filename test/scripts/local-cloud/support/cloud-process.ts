/** A cloud as a process of its own, so that it can be killed. Prints its address; the rest it is told over HTTP. */
import { startLocalCloud } from '../../../../scripts/local-cloud'
import { FIXTURE_FUNCTIONS } from './fixture-functions'

const [dataDir = '', databaseRules = ''] = process.argv.slice(2)

void startLocalCloud({ functionsDir: FIXTURE_FUNCTIONS, dataDir, databaseRules }).then(cloud => {
  process.stdout.write(`${cloud.url}\n`)
})
