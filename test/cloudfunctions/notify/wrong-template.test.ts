import { advise } from '../../../miniprogram/cloud/advice'
import { toCloudError } from '../../../miniprogram/cloud/cloud-error'
import { useLocalCloud } from '../support/use-local-cloud'

const cloud = useLocalCloud(['notify'], { variables: { notify: { NOTIFY_TEMPLATE_ID: 'not a template' } } })

test('notify with a wrong template id throws 40037, which the mini program explains', async () => {
  const thrown = await cloud.call('notify', { action: 'send', text: 'a' }).catch(error => error)
  const error = toCloudError(thrown, { functionName: 'notify' })
  expect(error.codes).toEqual([-504002, 40037])
  expect(error.openapi).toBe('subscribeMessage.send')
  expect(advise(error)).toMatchObject({
    title: '订阅消息的模板 ID 不合法',
    steps: [expect.stringContaining('复制模板 ID')],
  })
})
