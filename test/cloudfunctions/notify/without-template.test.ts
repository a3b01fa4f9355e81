import { useLocalCloud } from '../support/use-local-cloud'

const cloud = useLocalCloud(['notify'], { variables: { notify: { NOTIFY_TEMPLATE_ID: ' ' } } })

test.each([{ action: 'template' }, { action: 'send', text: 'a' }])(
  'notify without a template says which variable to set: %j',
  async input => {
    expect(await cloud.call('notify', input)).toMatchObject({
      ok: false,
      error: {
        code: 'failed-precondition',
        message: expect.stringContaining('NOTIFY_TEMPLATE_ID'),
        details: { reason: 'no-template' },
      },
    })
    expect(cloud.sent()).toEqual([])
  },
)
