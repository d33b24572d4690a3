import assert from 'node:assert/strict'
import { test } from 'node:test'

const Greeting = ({ name }: { name: string }) => <p class="lede">Hei, {name}!</p>

test('a person called <script> is greeted, not run', () => {
  const page = <Greeting name={'<script>alert("Åse")</script>'} />
  assert.equal(
    page.markup,
    '<p class="lede">Hei, &lt;script&gt;alert(&quot;Åse&quot;)&lt;/script&gt;!</p>',
  )
})

test('absent children and attributes leave nothing behind', () => {
  const page = <input name="email" value={undefined} required disabled={false} aria-invalid="true" />
  assert.equal(page.markup, '<input name="email" required aria-invalid="true">')
  assert.equal((<ul>{[1, 2].map((n) => <li>{n}</li>)}{null}{false}</ul>).markup, '<ul><li>1</li><li>2</li></ul>')
})
