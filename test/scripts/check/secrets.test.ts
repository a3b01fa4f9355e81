import { findSecrets } from '../../../scripts/check/secrets'

const HEX = '0123456789abcdef'.repeat(2)

test.each([
  '.env',
  'miniprogram/.env.local',
  'miniprogram/private.wx123.key',
  'a/cert.pem',
  'a/apiclient_cert.p12',
])('a file named %s is a secret', path => {
  expect(findSecrets([{ path }])).toMatchObject([{ severity: 'error', rule: 'secret', file: path }])
})

test.each([
  [`-----BEGIN ${'PRIVATE'} KEY-----`, 'a private key'],
  [`-----BEGIN EC ${'PRIVATE'} KEY-----`, 'a private key'],
  [`const appSecret = '${HEX}'`, 'an AppSecret'],
  [`{"app_secret": "${HEX}"}`, 'an AppSecret'],
  [`secret: \`${HEX}\``, 'an AppSecret'],
  [`id = "AKID${'a'.repeat(32)}"`, 'a Tencent Cloud SecretId'],
])('%p is %s', (text, what) => {
  expect(findSecrets([{ path: 'a.ts', text: `\n  ${text}` }])).toMatchObject([
    { line: 2, message: expect.stringContaining(what) },
  ])
})

test.each([
  'const appSecret = process.env.APP_SECRET',
  `const sha = '${HEX}'`,
  'secret: "ask the administrator"',
  '-----BEGIN PUBLIC KEY-----',
])('%p is none', text => {
  expect(findSecrets([{ path: 'miniprogram/keyboard.ts', text }])).toEqual([])
})
