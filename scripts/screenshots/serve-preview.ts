import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEFAULT_OPENID, LOCAL_PROVIDER, type LocalCloud, startLocalCloud } from '../local-cloud'
import { createPreview } from '../preview'
import { FUNCTIONS_DIR } from '../project/cloud-functions'

/** Of a message template that exists nowhere. */
const TEMPLATE_ID = 'sample-template-id'

/** A local cloud with the preview on the same address. */
export interface ServedPreview {
  cloud: LocalCloud
  /** Empties the cloud but for the collections themselves. */
  reset(): Promise<void>
  close(): Promise<void>
}

/**
 * Serves a built project on a free port, with data that is gone afterwards: the collections are there and empty, the
 * default user is the administrator, and the functions find every variable that the kit's own functions read.
 */
export async function servePreview(root: string): Promise<ServedPreview> {
  const work = mkdtempSync(join(tmpdir(), 'kit-preview-'))
  const variablesFile = join(work, 'variables.json')
  const databaseRules = join(root, FUNCTIONS_DIR, 'database.rules.json')
  writeFileSync(variablesFile, '{}')
  const preview = await createPreview({ root })
  const cloud = await startLocalCloud({
    functionsDir: join(root, 'dist/cloudfunctions'),
    projectRoot: root,
    databaseRules,
    storageRules: join(root, FUNCTIONS_DIR, 'storage.rules.json'),
    variablesFile,
    site: preview.site,
    // a busy machine is no reason to fail
    timeoutMs: 60_000,
  })
  // only now is the address known, where the list of functions is asked for
  writeFileSync(variablesFile, JSON.stringify(variables(cloud.url)))
  cloud.reload()
  const collections = Object.keys(JSON.parse(readFileSync(databaseRules, 'utf8')))
  const reset = async () => {
    await cloud.reset()
    for (const collection of collections) await cloud.database.insert(collection)
  }
  await reset()
  return {
    cloud,
    reset,
    async close() {
      await Promise.all([cloud.stop(), preview.close()])
      rmSync(work, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function variables(url: string): Record<string, Record<string, string>> {
  const ADMIN_OPENIDS = DEFAULT_OPENID
  return {
    logs: { ADMIN_OPENIDS },
    notify: { NOTIFY_TEMPLATE_ID: TEMPLATE_ID },
    functionList: {
      ADMIN_OPENIDS,
      WECHAT_API_BASE_URL: url,
      WECHAT_COMPONENT_APPID: LOCAL_PROVIDER.component_appid,
      WECHAT_COMPONENT_APPSECRET: LOCAL_PROVIDER.component_appsecret,
      WECHAT_COMPONENT_VERIFY_TICKET: LOCAL_PROVIDER.component_verify_ticket,
      WECHAT_AUTHORIZER_APPID: 'wx0000000000000000',
      WECHAT_AUTHORIZER_REFRESH_TOKEN: LOCAL_PROVIDER.authorizer_refresh_token,
    },
  }
}
