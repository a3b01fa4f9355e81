import { cloud } from '../shared/cloud'
import { defineFunction } from '../shared/define-function'
import { noInput } from '../shared/no-input'

/**
 * Calls an openapi that its `config.json` does not list, so that the page can show what -604101 looks like. In local
 * debugging permissions are not enforced, and the call succeeds.
 */
export const main = defineFunction({
  input: noInput,
  handler: async () => {
    // openapi-withheld: wxacode.get -- shows the error -604101 on the permission page
    const { buffer } = await cloud.openapi.wxacode.get({ path: 'pages/home/home' })
    return { bytes: buffer.length }
  },
})
