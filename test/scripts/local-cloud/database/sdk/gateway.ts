import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { EJSON } from 'bson'
import { DatabaseError, type DatabaseService } from '../../../../../scripts/local-cloud/database'
import { runWithSdk } from '../../support/run-with-sdk'
import { FUNCTION_LIMITS } from '../support/test-database'

/** What became of one case, by the name of the case. */
export type Outcome = { name: string; value?: unknown; error?: { errCode: number; errMsg: string } }

/** The end of the wire that the SDK posts to: hands `database.*` to the service and does nothing else. */
async function startGateway(service: DatabaseService) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { action, ...body } = JSON.parse(Buffer.concat(chunks).toString())
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ requestId: 'r', ...(await answer(service, action, body)) }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin?`, server }
}

async function answer(
  service: DatabaseService,
  action: string,
  body: Record<string, unknown>,
): Promise<object> {
  try {
    return await service.handle(action.replace('database.', ''), body, FUNCTION_LIMITS)
  } catch (error) {
    if (error instanceof DatabaseError) return { code: error.code, message: error.message }
    throw error
  }
}

/** Runs all cases in a process of its own, with the environment of a cloud function. */
export async function runSdkCases(service: DatabaseService): Promise<Outcome[]> {
  const { url, server } = await startGateway(service)
  const register = join(__dirname, '../../../../../scripts/register.js')
  try {
    const output = await runWithSdk(['--require', register, join(__dirname, 'run-cases.ts')], url)
    return output
      .split('\n')
      .filter(line => line.startsWith('{'))
      .map(line => EJSON.parse(line) as Outcome)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
