import { Command } from 'commander'
import { openapiTypingsPath, writeOpenapiTypings } from '../project/openapi-typings'
import { findProjectRoot } from '../project/project-root'

/** `kit typings` */
export function command(): Command {
  return new Command()
    .description('Writes the types of cloud.openapi anew, from scripts/project/openapi-names.tsv.')
    .action(() => {
      writeOpenapiTypings(findProjectRoot(process.cwd()))
      process.stdout.write(`${openapiTypingsPath} written\n`)
    })
}
