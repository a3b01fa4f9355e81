import { cloud } from '../shared/cloud'
import { defineFunction } from '../shared/define-function'
import { notifyInput } from './input'
import { messageOf } from './message'
import { asRefusal, noTemplate } from './refusals'

/** The environment variable with the id of the template, from the platform's page on subscribe messages. */
const VARIABLE = 'NOTIFY_TEMPLATE_ID'

const versions = { develop: 'developer', trial: 'trial', release: 'formal' } as const

/** Sends the caller a subscribe message, which they have agreed to before; and says which template that is. */
export const main = defineFunction({
  input: notifyInput,
  handler: async (input, { openid }) => {
    const templateId = process.env[VARIABLE]?.trim()
    if (!templateId) throw noTemplate(VARIABLE)
    if (input.action === 'send') {
      try {
        await cloud.openapi.subscribeMessage.send({
          touser: openid,
          templateId,
          data: messageOf(input.text, new Date()),
          page: 'pages/notify/notify',
          miniprogramState: versions[input.envVersion],
        })
      } catch (error) {
        throw asRefusal(error)
      }
    }
    return { templateId }
  },
})
