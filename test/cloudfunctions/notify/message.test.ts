import { messageOf } from '../../../cloudfunctions/notify/message'

test('messageOf() gives the time in Beijing, wherever the function runs', () => {
  expect(messageOf('茶', new Date('2026-01-01T19:04:05Z'))).toEqual({
    thing1: { value: '茶' },
    time2: { value: '2026年1月2日 03:04' },
  })
})
