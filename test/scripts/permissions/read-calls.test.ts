import { aliases } from './call-forms/aliases'
import { expressions } from './call-forms/expressions'
import { imports } from './call-forms/imports'
import { innocent } from './call-forms/innocent'
import { modules } from './call-forms/modules'
import { unclear } from './call-forms/unclear'
import { check, rulesOfCalls } from './project'

describe.each([
  ['imports', imports],
  ['expressions', expressions],
  ['aliases', aliases],
  ['modules', modules],
  ['what is no call', innocent],
  ['what is unclear', unclear],
])('checkPermissions() reads %s', (_, forms) => {
  test.each(forms)('%s', async (_form, sources, names, rules = []) => {
    const permissions = await check(sources, { external: ['outside'] })
    expect(permissions.names).toEqual(names)
    expect(rulesOfCalls(permissions)).toEqual(rules)
  })
})
