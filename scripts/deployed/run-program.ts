import { spawn } from 'node:child_process'
import { KitError } from '../project/kit-error'
import { batchCommand, isBatchFile, type Spawnable } from './batch-command'
import { decodeOutput } from './decode-output'

export interface RunProgramOptions {
  cwd: string
  /** Milliseconds after which it is ended. */
  timeoutMs: number
  /** Ends it early. */
  signal?: AbortSignal
  /** What to do when there is no such program. */
  ifMissing: string
}

/** How a program ended, and what it printed. */
export interface ProgramRun {
  /** Null if it was ended by a signal. */
  exitCode: number | null
  /** Both streams as they came, without colours; of a very long one the end. */
  output: string
}

const MAX_OUTPUT_BYTES = 4 * 1024 * 1024
/** How long a program that was told to end may take. */
const LAST_MS = 5000

/**
 * Runs a program without a shell, and without anything to read: a question that nobody sees must not make it wait.
 *
 * @throws KitError `tool-missing` if there is no such program, `tool-failed` if it takes too long
 */
export async function runProgram(
  file: string,
  args: readonly string[],
  { cwd, timeoutMs, signal, ifMissing }: RunProgramOptions,
): Promise<ProgramRun> {
  const command = spawnable(file, args)
  const child = spawn(command.file, command.args, {
    cwd,
    env: { ...withoutCredentials(process.env), ...command.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    windowsVerbatimArguments: command.windowsVerbatimArguments,
  })
  let tooLate = false
  let lastTimer: NodeJS.Timeout | undefined
  const end = () => {
    child.kill()
    lastTimer ??= setTimeout(() => child.kill('SIGKILL'), LAST_MS)
  }
  const timer = setTimeout(() => {
    tooLate = true
    end()
  }, timeoutMs)
  if (signal?.aborted) end()
  signal?.addEventListener('abort', end)

  const chunks: Buffer[] = []
  let bytes = 0
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      bytes += chunk.length
      while (bytes > MAX_OUTPUT_BYTES && chunks.length > 1) bytes -= chunks.shift()?.length ?? 0
    })
  }
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', resolve)
    })
    if (tooLate) throw new KitError('tool-failed', `${file} did not end within ${timeoutMs / 1000} s`)
    return { exitCode, output: decodeOutput(Buffer.concat(chunks)) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES') {
      throw new KitError('tool-missing', `cannot run ${file} (${code}): ${ifMissing}`)
    }
    throw error
  } finally {
    clearTimeout(timer)
    clearTimeout(lastTimer)
    signal?.removeEventListener('abort', end)
  }
}

/** The credentials of a third-party platform are for WeChat, and no business of other programs. */
function withoutCredentials(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(variables).filter(([name]) => !/^WECHAT_(COMPONENT|AUTHORIZER)_/.test(name)),
  )
}

function spawnable(file: string, args: readonly string[]): Spawnable {
  if (process.platform === 'win32' && isBatchFile(file)) {
    return batchCommand(file, args, process.env.ComSpec ?? 'cmd.exe')
  }
  return { file, args: [...args], env: {}, windowsVerbatimArguments: false }
}
