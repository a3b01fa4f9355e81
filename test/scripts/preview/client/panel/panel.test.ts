/** @jest-environment jsdom */
import type { Panel } from '../../../../../scripts/preview/client/interfaces'
import { mountPanel } from '../../../../../scripts/preview/client/panel'
import type { PreviewEvent } from '../../../../../scripts/preview/client/phone'
import { until } from '../support/until'
import { useRoutes } from '../support/use-routes'

type Outcome = NonNullable<Extract<PreviewEvent, { type: 'call' }>['outcome']>

const routes = useRoutes()

let container: HTMLElement
let panel: Panel
let restarts: number

function mount(): void {
  container?.remove()
  container = document.createElement('aside')
  document.body.append(container)
  restarts = 0
  panel = mountPanel(container, {
    restart() {
      restarts += 1
    },
  })
}

beforeEach(() => {
  sessionStorage.clear()
  mount()
})

const tab = (name: string) =>
  [...container.querySelectorAll<HTMLElement>('[role=tab]')].find(({ textContent }) =>
    textContent?.startsWith(name),
  )
const shown = () => container.querySelector<HTMLElement>('[role=tabpanel]:not([hidden])') as HTMLElement
const rows = () => [...shown().querySelectorAll<HTMLElement>('.side-item')]
const button = (name: string) =>
  [...shown().querySelectorAll<HTMLElement>('button')].find(({ textContent }) => textContent === name)

function open(details: Element | undefined): void {
  ;(details as HTMLDetailsElement).open = true
  details?.dispatchEvent(new Event('toggle'))
}

function call(id: number, name: string, outcome?: Outcome): void {
  const event = { type: 'call', id, name, input: { a: [1] } } as const
  panel.report(event)
  if (outcome) panel.report({ ...event, outcome, milliseconds: 12 })
}

describe('calls', () => {
  test('stand newest first, with what went in, what came out and how long it took', () => {
    call(1, 'login', { ok: true, result: { openid: 'o' } })
    call(2, 'guestbook')
    expect(rows().map(row => row.querySelector('.side-name')?.textContent)).toEqual(['guestbook', 'login'])
    expect(rows().map(row => row.querySelector('.side-time')?.textContent)).toEqual(['…', '12 ms'])
    open(rows()[1])
    expect(rows()[1]?.querySelector('.side-detail')?.textContent).toBe('输入 dataa: [1]结果 resultopenid: o')
  })

  test('that failed are red, with every code from the transport to the cause', () => {
    const errMsg =
      'cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: errCode: -604101 x'
    call(1, 'withheld', { ok: false, errCode: -504002, errMsg })
    const [row] = rows()
    expect(row?.className).toContain('is-bad')
    expect(row?.querySelector('.side-about')?.textContent).toBe('-504002 › -604101')
    open(row)
    expect(row?.querySelector('.side-error')?.textContent).toBe(errMsg)
    expect(tab('调用')?.textContent).toBe('调用1')
    expect(shown().textContent).toContain('1 次调用，1 次失败')
  })

  test('that still ran when the mini program was loaded anew are lost, and ids may come again', () => {
    call(1, 'before')
    panel.report({ type: 'started' })
    call(1, 'after', { ok: true, result: null })
    expect(rows().map(row => row.className)).toEqual(['side-item is-good', 'side-item is-lost'])
  })

  test('can be cleared, and what is cleared while it runs does not come back', () => {
    call(1, 'slow')
    button('清空')?.click()
    call(1, 'slow', { ok: true, result: 1 })
    expect(rows()).toHaveLength(0)
  })

  test('hold text only, and values that hold themselves', () => {
    const input: Record<string, unknown> = { html: '<img src=x onerror=alert(1)>' }
    input.self = input
    panel.report({ type: 'call', id: 1, name: '<b>', input })
    open(rows()[0])
    expect(container.querySelector('img, b')).toBeNull()
    expect(rows()[0]?.textContent).toContain('html: <img src=x onerror=alert(1)>')
  })
})

describe('the console', () => {
  beforeEach(() => tab('控制台')?.click())

  test('lists what was printed, what was not caught and what was missing', () => {
    panel.report({ type: 'started' })
    panel.report({ type: 'log', level: 'warn', values: ['careful', { a: 1 }] })
    panel.report({ type: 'missing-api', name: 'wx.scanCode' })
    panel.report({ type: 'error', message: 'TypeError: x', place: 'pages/home/home.ts:3:5' })
    const lines = [...shown().querySelectorAll('.side-line')].map(line => line.textContent)
    expect(lines).toEqual([
      '小程序启动',
      'careful {a: 1}',
      'wx.scanCode 预览里没有，请在开发者工具或手机上试',
      'TypeError: xpages/home/home.ts:3:5',
    ])
    expect(tab('控制台')?.textContent).toBe('控制台2')
    button('清空')?.click()
    expect(tab('控制台')?.textContent).toBe('控制台')
  })
})

describe('the user', () => {
  const choice = () => container.querySelector('.side-user select') as HTMLSelectElement
  const field = () => container.querySelector('.side-user input') as HTMLInputElement
  const choose = (value: string) => {
    choice().value = value
    choice().dispatchEvent(new Event('change'))
  }

  test('is the default one until another is chosen, which restarts the mini program', () => {
    expect(panel.openid()).toBeUndefined()
    choose('oLOCALCLOUDseconduser0000002')
    expect([panel.openid(), restarts]).toEqual(['oLOCALCLOUDseconduser0000002', 1])
    choose('oLOCALCLOUDseconduser0000002')
    expect(restarts).toBe(1)
    mount()
    expect([panel.openid(), choice().value]).toEqual([
      'oLOCALCLOUDseconduser0000002',
      'oLOCALCLOUDseconduser0000002',
    ])
    choose('')
    expect(panel.openid()).toBeUndefined()
  })

  test('can be typed, if it could be an openid', () => {
    choose('(other)')
    const type = (text: string) => {
      field().value = text
      field().dispatchEvent(new Event('input'))
      field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))
    }
    type('no openid!')
    expect([panel.openid(), restarts, field().validationMessage]).toEqual([
      undefined,
      0,
      expect.stringContaining('1 到 64'),
    ])
    type('oMyself')
    expect([panel.openid(), restarts, field().hidden]).toEqual(['oMyself', 1, true])
  })

  test('that was kept and could be none is forgotten', () => {
    sessionStorage.setItem('preview-openid', 'no openid!')
    mount()
    expect(panel.openid()).toBeUndefined()
  })
})

describe('what the cloud holds', () => {
  test('collections and their documents, again after a call', async () => {
    const documents = [{ _id: 'd1', text: 'x' }]
    routes.answer({
      '/local/collections': { collections: ['guestbook', 'notes'] },
      '/local/documents?collection=guestbook': () => ({ documents, hasMore: false }),
      '/local/documents?collection=notes': { documents: [], hasMore: false },
    })
    tab('数据库')?.click()
    await until(() => shown().querySelector('.side-document'))
    expect(shown().textContent).toContain('1 条')
    documents.push({ _id: 'd2', text: 'y' })
    call(1, 'guestbook', { ok: true, result: 1 })
    await until(() => shown().querySelectorAll('.side-document').length === 2)
    button('notes')?.click()
    await until(() => shown().textContent?.includes('这个集合是空的'))
  })

  test('what openapi "sent", newest first', async () => {
    const one = { fields: { scene: 'a' }, files: [], functionName: 'qrcode', at: 0 }
    routes.answer({
      '/local/sent': {
        sent: [
          { ...one, name: 'wxacode.get' },
          { ...one, name: 'security.msgSecCheck' },
        ],
      },
    })
    tab('openapi')?.click()
    await until(() => rows().length === 2)
    expect(rows().map(row => row.querySelector('.side-name')?.textContent)).toEqual([
      'security.msgSecCheck',
      'wxacode.get',
    ])
    expect(rows()[0]?.querySelector('.side-detail')?.textContent).toBe('scene: a')
  })

  test('a cloud that does not answer says so where its content would be', async () => {
    tab('数据库')?.click()
    await until(() => shown().querySelector('.side-note.is-bad'))
    expect(shown().querySelector('.side-note')?.textContent).toBe('本地云没有回答：npm start 还在运行吗？')
  })
})

describe('faults', () => {
  test('can be added and taken back, for one function or all', async () => {
    let faults = ['login:-504003@0.5']
    routes.answer({
      '/local/status': { functions: ['login', 'guestbook'] },
      '/local/faults': (json?: { faults: string[] }) => {
        faults = json?.faults ?? faults
        return { faults }
      },
    })
    tab('故障')?.click()
    await until(() => tab('故障')?.textContent === '故障1')
    const [name, effect] = shown().querySelectorAll('select') as unknown as [
      HTMLSelectElement,
      HTMLSelectElement,
    ]
    expect([...name.options].map(({ value }) => value)).toEqual(['*', 'login', 'guestbook'])
    name.value = 'guestbook'
    effect.value = 'timeout'
    shown()
      .querySelector('form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }))
    await until(() => faults.length === 2)
    expect(faults).toEqual(['login:-504003@0.5', 'guestbook:timeout'])
    await until(() => shown().querySelectorAll('.side-fault').length === 2)
    button('关掉')?.click()
    await until(() => shown().querySelectorAll('.side-fault').length === 1)
    expect(faults).toEqual(['guestbook:timeout'])
  })

  test('that the cloud refuses leave a note', async () => {
    routes.answer({ '/local/status': { functions: [] }, '/local/faults': { error: 'cannot use the fault' } })
    tab('故障')?.click()
    await until(() => shown().querySelector('.side-note.is-bad'))
    expect(shown().querySelector('.side-note')?.textContent).toBe('cannot use the fault')
  })
})

test('the arrow keys go from tab to tab, and only the shown one can be reached', () => {
  const tabs = () => [...container.querySelectorAll<HTMLElement>('[role=tab]')]
  tabs()[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }))
  expect(tabs().map(each => each.getAttribute('aria-selected'))).toEqual([
    'false',
    'false',
    'false',
    'false',
    'true',
  ])
  expect(document.activeElement).toBe(tabs()[4])
  expect(shown().getAttribute('aria-labelledby')).toBe(tabs()[4]?.id)
})
