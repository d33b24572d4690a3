import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { AnswerChoice, Fieldset } from './choices.tsx'
import { Table } from './data.tsx'
import { Field, TextArea } from './fields.tsx'
import { ErrorSummary } from './form.tsx'
import { Card } from './layout.tsx'

test('a person who cannot see the error hears it with the field, before the hint and the reason', () => {
  const field = <Field name="email" label="E-mail" error="Whole address" description="At work" why="To sign in" />

  assert.match(field.markup, /aria-invalid="true"/)
  assert.match(field.markup, /aria-describedby="email-error email-description email-why"/)
  for (const said of ['error', 'description', 'why']) assert.match(field.markup, new RegExp(`id="email-${said}"`))
})

test('a person finds what they wrote as they wrote it', () => {
  const field = <Field name="name" label="Name" value={'"<b>Ærø'} />
  const area = <TextArea name="text" label="Text" value={'\n</textarea><b>'} />

  assert.match(field.markup, /value="&quot;&lt;b&gt;Ærø"/)
  // a textarea swallows the first line break, so there is one more than was written
  assert.match(area.markup, />\n\n&lt;\/textarea&gt;&lt;b&gt;<\/textarea>/)
})

test('a person is led to each field that must be mended, and sees nothing when there is none', () => {
  const summary = <ErrorSummary title="Mend this" errors={[{ field: 'email', message: 'Whole address' }]} />

  assert.match(summary.markup, /href="#email"/)
  assert.match(summary.markup, /autofocus/)
  assert.equal((<ErrorSummary title="Mend this" errors={[]} />).markup, '')
})

test('a learner who listens hears the question with its answers, not the letters', () => {
  const question = (
    <Fieldset id="q" legend="Which?" error="Choose one">
      <AnswerChoice id="q-0" name="q" value="0" letter="A">
        This
      </AnswerChoice>
    </Fieldset>
  )

  assert.match(question.markup, /<fieldset[^>]*aria-describedby="q-error"/)
  assert.match(question.markup, /<legend[^>]*>Which\?<\/legend>/)
  assert.match(question.markup, /<b aria-hidden="true">A<\/b>/)
})

test('a person who listens knows which table they are in, and which row', () => {
  const table = (
    <Table
      id="seats"
      caption="Seats"
      columns={[{ title: 'Organisation' }, { title: 'Used', numbers: true }]}
      rows={[['Granli', 12]]}
    />
  )

  assert.match(table.markup, /role="region" aria-labelledby="seats-caption" tabindex="0"/)
  assert.match(table.markup, /<th scope="row">Granli<\/th><td class="numbers">12<\/td>/)
})

test('a card is a named part of the page only when it has a name', () => {
  assert.match(
    (
      <Card id="a" title="Courses">
        …
      </Card>
    ).markup,
    /^<section id="a"[^>]*aria-labelledby="a-title"><div class="card-head"><h2 [^>]*id="a-title"/,
  )
  assert.match((<Card>…</Card>).markup, /^<div class="ds-card/)
})

test('a newcomer who replaces the design system has one folder to change', () => {
  const web = join(import.meta.dirname, '../..')
  const pages = globSync('{web,rooms}/**/*.{ts,tsx}', { cwd: web }).filter((file) => !file.startsWith('web/kit/'))

  const strays = pages.filter((file) => /["' ]ds-[a-z]/.test(readFileSync(join(web, file), 'utf8')))

  assert.deepEqual(strays, [])
})
