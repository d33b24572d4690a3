import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOf } from './markdown-print.ts'

const plain = (text: string) => ({ text, strong: false, code: false })

test('what an author wrote comes as paragraphs, lists, code and pictures, and never as a command', () => {
  const blocks = blocksOf('## Les\n\nHva **er** `øl`?\nOg #read("x")\n\n- én\n- to\n  1. dypere\n\n```\nkode\n```\n\n![Et kart](/files/a.png)')

  assert.deepEqual(blocks, [
    { kind: 'text', runs: [{ text: 'Les', strong: true, code: false }] },
    { kind: 'text', runs: [plain('Hva '), { text: 'er', strong: true, code: false }, plain(' '), { text: 'øl', strong: false, code: true }, plain('?'), plain(' '), plain('Og #read("x")')] },
    {
      kind: 'list',
      ordered: false,
      items: [
        [{ kind: 'text', runs: [plain('én')] }],
        [{ kind: 'text', runs: [plain('to')] }, { kind: 'list', ordered: true, items: [[{ kind: 'text', runs: [plain('dypere')] }]] }],
      ],
    },
    { kind: 'code', text: 'kode' },
    { kind: 'picture', source: '/files/a.png', alternative: 'Et kart' },
  ])
})

test('a table keeps its rows and cells, and HTML is text', () => {
  assert.deepEqual(blocksOf('| a | b |\n|--|--|\n| 1 | <b>2</b> |'), [{ kind: 'table', rows: [[[plain('a')], [plain('b')]], [[plain('1')], [plain('<b>2</b>')]]] }])
})
