/** What no function takes as its input: it is not an object. */
export const notAnObject: unknown[] = [
  ...['', 'text', '{}', '[]', 'null', 0, 1, -1, 1.5, 1e308, true, false],
  ...[[], [1], [{}], [[]], ['scene'], [null]],
]

/** What a function without an input has to refuse. */
export const notEmpty: unknown[] = [
  ...notAnObject,
  ...[{ a: 1 }, { a: null }, { a: '' }, { a: [] }, { a: {} }, { '': 1 }, { ' ': 1 }, { 0: 1 }],
  ...[{ openid: 'oOTHER' }, { OPENID: 'oOTHER' }, { openId: 'oOTHER' }, { appid: 'wx1' }, { caller: {} }],
  ...[{ data: {} }, { event: {} }, { input: {} }, { $url: 'x' }, { 用户: 1 }, { length: 0 }, { toString: 1 }],
  { userInfo: { openId: 'oOTHER' }, a: 1 },
  { a: 'x'.repeat(100_000) },
  Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`key${i}`, i])),
]
