import { kitError } from '../../../miniprogram/cloud/cloud-error'
import { attempt } from '../../../miniprogram/components/error-card/attempt'
import { usePhone } from '../support/phone'

usePhone()

/** Everything that a page was told to show. */
function setUp() {
  const shown: Record<string, unknown>[] = []
  return { shown, page: { setData: (changes: Record<string, unknown>) => void shown.push(changes) } }
}

test('attempt() shows that something is under way, and that it is done', async () => {
  const { shown, page } = setUp()
  await attempt(page, async () => shown.push({ result: 1 }))
  expect(shown).toEqual([{ loading: true, error: null }, { result: 1 }, { loading: false, error: null }])
})

test('attempt() makes a card of whatever goes wrong, at its place', async () => {
  for (const wrong of [kitError('timeout', 'late'), new TypeError('late'), 'late']) {
    const { shown, page } = setUp()
    await attempt(page, () => Promise.reject(wrong), { place: 'list[2].' })
    expect(shown).toEqual([
      { 'list[2].loading': true, 'list[2].error': null },
      { 'list[2].loading': false, 'list[2].error': expect.objectContaining({ message: 'late' }) },
    ])
  }
})

test('attempt() words the card as it is told', async () => {
  const { shown, page } = setUp()
  await attempt(page, () => Promise.reject(kitError('timeout', 'late')), { language: 'en' })
  expect(shown[1]).toMatchObject({ error: { title: 'No answer in time' } })
})
