import { ask } from '../local-cloud/support/ask'
import { miniProgram } from '../preview/support'
import { PLAIN_FUNCTION, useProjects } from '../support/projects'
import { useStart } from './support'

jest.setTimeout(60_000)

const start = useStart()
const makeProject = useProjects()
const FILES = { ...miniProgram(), 'cloudfunctions/hello/index.ts': PLAIN_FUNCTION }

const get = (url: string) => ask(url, { method: 'GET' })

test('kit start shows the mini program on the origin of the cloud, and says where before all else', async () => {
  const { root } = makeProject(FILES)
  const kit = await start(root, '--port', '0')
  expect(kit.output()).toMatch(
    /preview {6}http:\/\/127\.0\.0\.1:\d+ {2}the mini program: open it in a browser\nlocal cloud/,
  )
  expect(await get(`${kit.url}/`)).toMatchObject({
    status: 200,
    headers: { 'content-type': expect.stringContaining('text/html') },
  })
  expect((await get(`${kit.url}/preview/program.js`)).text).toContain('"pages":["pages/a/a"]')
  expect((await get(`${kit.url}/local/status`)).json.functions).toEqual(['hello'])
  // a browser that looks on does not keep it from ending
  const events = await fetch(`${kit.url}/preview/events`)
  expect(await kit.end()).toBe(0)
  await expect(events.text()).rejects.toThrow()
})

test('kit start prints what does not compile, and that it compiles again', async () => {
  const project = makeProject({ ...FILES, 'miniprogram/pages/a/a.wxml': '<veiw />' })
  const kit = await start(project.root, '--port', '0')
  await kit.printed(/miniprogram\/pages\/a\/a\.wxml:1:2 error there is no component <veiw>/)
  project.write('miniprogram/pages/a/a.wxml', '<view />')
  await kit.printed(/the mini program compiles again/)
})

test('--no-preview leaves it out, and so does a project without a mini program', async () => {
  const kits = [
    await start(makeProject(FILES).root, '--port', '0', '--no-preview'),
    await start(makeProject({ 'cloudfunctions/hello/index.ts': PLAIN_FUNCTION }).root, '--port', '0'),
  ]
  for (const kit of kits) {
    expect(kit.output()).not.toContain('preview ')
    expect((await get(`${kit.url}/`)).status).toBe(404)
  }
})
