import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { median, numberFromProcess } from './measure'

/** Loads of each layout. */
export const LOADS = 41

/** How the SDK knows that it is in the cloud; elsewhere `cloud.init()` asks the network first, in either layout. */
const IN_THE_CLOUD = {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'bench',
  TCB_ENV: 'bench',
}

/** Time inside `require()` of the same function, in fresh processes that take turns. */
export function measureLoad(dir: string): { load: number; peerLoad: number } {
  const script = (path: string) =>
    `const t = performance.now(); require(${JSON.stringify(path)}); process.stdout.write(String(performance.now() - t)); process.exit()`
  const packaged = join(dir, 'dist/cloudfunctions/function001/index.js')
  const layout = join(dir, 'load')
  mkdirSync(layout, { recursive: true })
  const plain = join(layout, 'index.js')
  writeFileSync(plain, readFileSync(packaged, 'utf8').replaceAll('./wx-server-sdk.js', 'wx-server-sdk'))
  const time = (path: string) => numberFromProcess(process.execPath, ['-e', script(path)], dir, IN_THE_CLOUD)
  const loads: number[] = []
  const peers: number[] = []
  for (let round = 0; round < LOADS; round++) {
    loads.push(time(packaged))
    peers.push(time(plain))
  }
  return { load: median(loads), peerLoad: median(peers) }
}
