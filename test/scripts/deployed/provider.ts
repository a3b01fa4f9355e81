import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { weChatApiFromEnvironment } from '../../../cloudfunctions/shared/wechat-api'
import { LOCAL_PROVIDER, type LocalCloud, startLocalCloud } from '../../../scripts/local-cloud'
import { ENV } from './support'

const APPID = 'wx0123456789abcdef'

/** WeChat's servers as a third-party platform sees them. */
export interface Provider {
  /** Lists what is deployed and knows its permissions. */
  cloud: LocalCloud
  /** The environment variables with which the kit finds it. */
  variables: Record<string, string>
  /** The requests, in order; of the code of a function the names of its files only. */
  requests: { path: string; body: Record<string, unknown> }[]
  /** A function that is deployed already. */
  deploy(name: string): void
  /** Somebody changes the openapi permissions of a function in the cloud. */
  permit(name: string, openapi: string[]): Promise<void>
  /** Refuses the next upload of a function, as the pages document it. */
  refuse(name: string, errormsg: string): void
}

/**
 * Call once at the top of a test file. What it starts is a local cloud over what is deployed, and before that a server
 * for the two uploads that the local cloud does not have.
 */
export function useProvider(): (root: string) => Promise<Provider> {
  const running: (() => unknown)[] = []
  afterEach(async () => {
    for (const end of running.splice(0).reverse()) await end()
  })
  return async root => {
    const dir = mkdtempSync(join(tmpdir(), 'kit-provider-'))
    running.push(() => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }))
    const functionsDir = join(dir, 'functions')
    mkdirSync(functionsDir)
    const cloud = await startLocalCloud({ functionsDir, projectRoot: root, env: ENV, appid: APPID })
    running.push(() => cloud.stop())

    const requests: Provider['requests'] = []
    const refusals = new Map<string, string>()
    const write = (name: string, files: Record<string, Uint8Array>) => {
      for (const [file, data] of Object.entries(files)) {
        mkdirSync(dirname(join(functionsDir, name, file)), { recursive: true })
        writeFileSync(join(functionsDir, name, file), data)
      }
    }
    const upload = (path: string, { functionname, envs, zipfile }: Upload): object => {
      const files = unzipSync(Buffer.from(zipfile, 'base64'))
      requests.push({ path, body: { functionname, envs, zipfile: Object.keys(files).sort() } })
      const errormsg = refusals.get(functionname)
      if (refusals.delete(functionname))
        return { errcode: 0, errmsg: 'ok', fail_list: [{ env: envs[0], errormsg }] }
      write(functionname, files)
      return { errcode: 0, errmsg: 'ok' }
    }
    const server = createServer(async (request, response) => {
      const { pathname, search, searchParams } = new URL(request.url ?? '', cloud.url)
      const text = await textOf(request)
      response.setHeader('content-type', 'application/json')
      if (/^\/componenttcb\/batchuploadscf(code)?$/.test(pathname)) {
        const isKnown = searchParams.get('access_token')?.startsWith('local_component_')
        const reply = isKnown
          ? upload(pathname, JSON.parse(text))
          : { errcode: 40014, errmsg: 'invalid access_token' }
        return response.end(JSON.stringify(reply))
      }
      if (!pathname.startsWith('/cgi-bin/')) requests.push({ path: pathname, body: JSON.parse(text) })
      const reply = await fetch(`${cloud.url}${pathname}${search}`, { method: 'POST', body: text })
      response.end(await reply.text())
    })
    running.push(() => close(server))
    const variables = {
      WECHAT_API_BASE_URL: await listen(server),
      WECHAT_COMPONENT_APPID: LOCAL_PROVIDER.component_appid,
      WECHAT_COMPONENT_APPSECRET: LOCAL_PROVIDER.component_appsecret,
      WECHAT_COMPONENT_VERIFY_TICKET: LOCAL_PROVIDER.component_verify_ticket,
      WECHAT_AUTHORIZER_APPID: APPID,
      WECHAT_AUTHORIZER_REFRESH_TOKEN: LOCAL_PROVIDER.authorizer_refresh_token,
    }
    return {
      cloud,
      requests,
      variables,
      deploy: name => write(name, { 'index.js': Buffer.from('exports.main = async () => 1\n') }),
      permit: (function_name, openapi) =>
        weChatApiFromEnvironment({ variables }).uploadFunctionConfig({
          ...({ type: 1, env: ENV, function_name } as const),
          config: { permissions: { openapi } },
        }),
      refuse: (name, errormsg) => void refusals.set(name, errormsg),
    }
  }
}

interface Upload {
  functionname: string
  envs: string[]
  zipfile: string
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function close(server: Server): Promise<unknown> {
  server.closeAllConnections()
  return new Promise(resolve => server.close(resolve))
}
