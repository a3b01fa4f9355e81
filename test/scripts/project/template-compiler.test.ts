import { loadTemplateCompiler } from '../../../scripts/project/template-compiler'

test('loadTemplateCompiler() gives the compiler and leaves the globals as they were', () => {
  const { atob } = globalThis
  const { from } = Uint8Array
  const { TmplGroup } = loadTemplateCompiler()
  expect(new TmplGroup().addTmpl('a', '<view>')).toMatchObject([{ message: 'missing end tag' }])
  expect(globalThis.atob).toBe(atob)
  expect(Uint8Array.from).toBe(from)
  expect(loadTemplateCompiler().TmplGroup).toBe(TmplGroup)
})
