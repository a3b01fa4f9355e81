import { startProgress } from '../../../scripts/cli/progress'

/** A stream that keeps what is written to it. */
function stream(isTTY: boolean) {
  const written: string[] = []
  const write = (text: string) => written.push(text)
  return { written, stream: { isTTY, write } as unknown as NodeJS.WriteStream }
}

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

test('startProgress() shows nothing for what is done within half a second', () => {
  const { written, stream: terminal } = stream(true)
  const progress = startProgress(terminal)
  progress.say('checking')
  jest.advanceTimersByTime(499)
  progress.done()
  jest.advanceTimersByTime(1000)
  expect(written).toEqual([])
})

test('startProgress() says what goes on after half a second, and clears the line in the end', () => {
  const { written, stream: terminal } = stream(true)
  const progress = startProgress(terminal)
  progress.say('checking')
  jest.advanceTimersByTime(500)
  progress.say('bundling')
  progress.done()
  expect(written).toEqual(['\r\u001b[2Kchecking', '\r\u001b[2Kbundling', '\r\u001b[2K'])
})

test('startProgress() writes nothing where there is no terminal', () => {
  const { written, stream: file } = stream(false)
  const progress = startProgress(file)
  progress.say('checking')
  jest.advanceTimersByTime(1000)
  progress.done()
  expect(written).toEqual([])
})
