import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from './config.ts'

test('whoever sets nothing gets an installation that runs', () => {
  assert.deepEqual(readConfig({}), {
    port: 3000,
    dataFolder: './data',
    databaseUrl: undefined,
    loginUrls: { web: undefined, worker: undefined, organisation: undefined, rights: undefined },
    smtpUrl: undefined,
    clockOffset: 'P0D',
    demonstration: true,
    secret: undefined,
  })
})

test('an operator sets everything from outside', () => {
  const config = readConfig({
    PORT: '8080',
    LOFTE_DATA: '/srv/lofte',
    DATABASE_URL: 'postgres://owner:word@db/lofte',
    DATABASE_URL_WEB: 'postgresql://web:word@db/lofte',
    SMTP_URL: 'smtps://mail:465',
    LOFTE_CLOCK_OFFSET: '-P1D',
    LOFTE_DEMO: '0',
    LOFTE_SECRET: 'x'.repeat(32),
  })

  assert.equal(config.port, 8080)
  assert.equal(config.dataFolder, '/srv/lofte')
  assert.equal(config.databaseUrl, 'postgres://owner:word@db/lofte')
  assert.equal(config.loginUrls.web, 'postgresql://web:word@db/lofte')
  assert.equal(config.smtpUrl, 'smtps://mail:465')
  assert.equal(config.clockOffset, '-P1D')
  assert.equal(config.demonstration, false)
  assert.equal(config.secret, 'x'.repeat(32))
})

test('what an operator leaves empty counts as not set', () => {
  const config = readConfig({ PORT: '', DATABASE_URL: ' ', LOFTE_SECRET: '' })

  assert.equal(config.port, 3000)
  assert.equal(config.databaseUrl, undefined)
  assert.equal(config.secret, undefined)
})

test('the clock may be moved by days, by hours, and back', () => {
  for (const offset of ['P30D', 'PT36H', 'P1DT2H', '-P1D', 'P1M']) {
    assert.equal(readConfig({ LOFTE_CLOCK_OFFSET: offset }).clockOffset, offset)
  }
})

test('an operator who mistypes is told which variable', () => {
  const mistakes = {
    PORT: ['http', '-1', '65536', '3.5'],
    DATABASE_URL: ['localhost/lofte', 'mysql://db/lofte'],
    DATABASE_URL_WORKER: ['db', 'postgres://worker:word@db/lofte'],
    SMTP_URL: ['mail.example.no', 'https://mail.example.no'],
    LOFTE_CLOCK_OFFSET: ['30', '30 days', 'P'],
    LOFTE_SECRET: ['short'],
  }

  for (const [name, values] of Object.entries(mistakes)) {
    for (const value of values) {
      assert.throws(() => readConfig({ [name]: value }), new RegExp(`^Error: ${name} `), value)
    }
  }
})

test('a message about an address does not give its password away', () => {
  assert.throws(
    () => readConfig({ DATABASE_URL: 'mysql://owner:hunter2@db' }),
    (error: Error) => !error.message.includes('hunter2'),
  )
})
