import { cloud } from '../shared/cloud'
import { defineFunction } from '../shared/define-function'
import { cloudPath } from './cloud-path'
import { type QrcodeRequest, qrcodeInput } from './input'
import { asRefusal } from './refusals'

/** Makes a mini program code and keeps it in cloud storage; a picture is too big to be a good reply. */
export const main = defineFunction({
  input: qrcodeInput,
  handler: async request => {
    const { buffer, contentType } = await drawCode(request)
    const { fileID } = await cloud.uploadFile({
      cloudPath: cloudPath(request, contentType),
      fileContent: buffer,
    })
    return { fileID }
  },
})

async function drawCode({ scene, page, envVersion, width }: QrcodeRequest) {
  try {
    return await cloud.openapi.wxacode.getUnlimited({
      scene,
      page,
      envVersion,
      width,
      // Only the released mini program's pages can be checked, and a page under development may not be among them.
      checkPath: envVersion === 'release',
    })
  } catch (error) {
    throw asRefusal(error)
  }
}
