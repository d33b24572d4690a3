import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  freeSlug,
  inLanguage,
  isCircular,
  isFulfilled,
  mostBytesOf,
  movedItem,
  neighboursOf,
  nextItem,
  progressOf,
  ruleOf,
  slugOf,
  swapped,
  transcriptOf,
  unreadyBecause,
} from './rules.ts'

const read = (id: string) => ({ id, way: 'read' })
const set = (...items: string[]) => new Set(items)
const lesson = { text: { nb: 'Hei' }, video: null, captions: {}, captionless: null }

test('Kari reads a text in her own language', () =>
  assert.deepEqual(inLanguage({ nb: 'Hei', en: 'Hello' }, 'en', 'nb'), { text: 'Hello', language: 'en' }))
test('Mette, whose language is missing, reads it in that of the course', () =>
  assert.deepEqual(inLanguage({ nb: 'Hei', en: 'Hello' }, 'da', 'en'), { text: 'Hello', language: 'en' }))
test('where that is missing too, Mette reads what there is', () =>
  assert.deepEqual(inLanguage({ nb: 'Hei' }, 'da', 'en'), { text: 'Hei', language: 'nb' }))
test('a text of spaces is none', () =>
  assert.deepEqual(inLanguage({ da: '  ', nb: 'Hei' }, 'da', 'nb'), { text: 'Hei', language: 'nb' }))

test('a rule does not depend on the order of the items', () =>
  assert.equal(ruleOf([read('b'), read('a')]).hash, ruleOf([read('a'), read('b')]).hash))
test('a rule with one item more is another rule', () => assert.notEqual(ruleOf([read('a')]).hash, ruleOf([read('a'), read('b')]).hash))

test('a learner who has done everything required has fulfilled the rule', () =>
  assert.equal(isFulfilled(['a', 'b'], set('a', 'b', 'c')), true))
test('a learner who lacks one item has not', () => assert.equal(isFulfilled(['a', 'b'], set('a')), false))
test('nobody completes a course that asks for nothing', () => assert.equal(isFulfilled([], set()), false))

test('half done is 50 per cent', () => assert.equal(progressOf(['a', 'b'], set('a'), false).percent, 50))
test('what is not required does not count (D3)', () =>
  assert.deepEqual(progressOf(['a', 'b'], set('x', 'y', 'z'), false), {
    done: 0,
    of: 2,
    percent: 0,
    isComplete: false,
  }))
test('199 of 200 is not yet 100 per cent (D3)', () =>
  assert.equal(
    progressOf(Array.from({ length: 200 }, String), new Set(Array.from({ length: 199 }, String)), false).percent,
    99,
  ))
test('one done of three is rounded down', () => assert.equal(progressOf(['a', 'b', 'c'], set('a'), false).percent, 33))
test('a lesson added later leaves a learner who completed at 100 per cent (D3)', () =>
  assert.deepEqual(progressOf(['a', 'b'], set('a'), true), { done: 2, of: 2, percent: 100, isComplete: true }))
test('a course without anything required is at 0 per cent', () => assert.equal(progressOf([], set(), false).percent, 0))

test('Kari goes on where she was (A2)', () => assert.equal(nextItem(['a', 'b', 'c'], set(), 'b'), 'b'))
test('from a lesson that is done she goes on behind it (A2)', () =>
  assert.equal(nextItem(['a', 'b', 'c'], set('b'), 'b'), 'c'))
test('from the last one she goes back to what she skipped', () =>
  assert.equal(nextItem(['a', 'b', 'c'], set('b', 'c'), 'c'), 'a'))
test('from a lesson that has been deleted she goes to the first open one (A2)', () =>
  assert.equal(nextItem(['a', 'b'], set('a'), 'gone'), 'b'))
test('somebody who has done everything goes nowhere', () => assert.equal(nextItem(['a'], set('a'), 'a'), undefined))

test('the first item has only a next one', () =>
  assert.deepEqual(neighboursOf(['a', 'b'], 'a'), { previous: undefined, next: 'b' }))
test('an item that is not there has no neighbours', () =>
  assert.deepEqual(neighboursOf(['a', 'b'], 'x'), { previous: undefined, next: undefined }))

test('a course may not require itself (D2)', () => assert.equal(isCircular([], { course: 'a', required: 'a' }), true))
test('two courses may not require each other (D2)', () =>
  assert.equal(isCircular([{ course: 'b', required: 'a' }], { course: 'a', required: 'b' }), true))
test('nor three in a circle (D2)', () =>
  assert.equal(
    isCircular(
      [
        { course: 'b', required: 'c' },
        { course: 'c', required: 'a' },
      ],
      { course: 'a', required: 'b' },
    ),
    true,
  ))
test('two may require the same third (D2)', () =>
  assert.equal(isCircular([{ course: 'a', required: 'c' }], { course: 'b', required: 'c' }), false))

const order = [
  { section: '1', items: ['a', 'b'] },
  { section: '2', items: ['c'] },
]
test('an item moves up within its section', () => assert.deepEqual(movedItem(order, 'b', 'up')[0]?.items, ['b', 'a']))
test('the last item of a section moves down into the next one', () =>
  assert.deepEqual(movedItem(order, 'b', 'down'), [
    { section: '1', items: ['a'] },
    { section: '2', items: ['b', 'c'] },
  ]))
test('the first item of a section moves up to the end of the one before', () =>
  assert.deepEqual(movedItem(order, 'c', 'up'), [
    { section: '1', items: ['a', 'b', 'c'] },
    { section: '2', items: [] },
  ]))
test('the very first item cannot move up', () => assert.equal(movedItem(order, 'a', 'up'), order))
test('an item that is not there moves nothing', () => assert.equal(movedItem(order, 'x', 'up'), order))
test('the last of a list cannot move down', () => assert.deepEqual(swapped(['a', 'b'], 'b', 'down'), ['a', 'b']))

test('a lesson with a text in the language of the course is ready', () =>
  assert.equal(unreadyBecause(lesson, 'nb'), null))
test('a lesson without a text in the language of the course is not', () =>
  assert.equal(unreadyBecause(lesson, 'da'), 'lessonEmpty'))
test('a film without captions is not ready (D7)', () =>
  assert.equal(unreadyBecause({ ...lesson, video: 'film.webm' }, 'nb'), 'captionsMissing'))
test('a film with captions is ready (D7)', () =>
  assert.equal(unreadyBecause({ ...lesson, video: 'film.webm', captions: { nb: 'film.vtt' } }, 'nb'), null))
test('a film in which nobody speaks is ready once the author says so (D7)', () =>
  assert.equal(unreadyBecause({ ...lesson, video: 'film.webm', captionless: 'Ingen snakker' }, 'nb'), null))

test('a film may weigh forty times what a picture may', () =>
  assert.equal(mostBytesOf('video/webm'), 40 * mostBytesOf('image/png')))
test('a title becomes a slug of plain letters', () =>
  assert.equal(slugOf('Å være på jobb: Øvelse 1!'), 'a-vaere-pa-jobb-ovelse-1'))
test('a title of signs alone becomes a slug all the same', () => assert.equal(slugOf('???'), 'course'))
test('the third course of one name gets the number 3', () =>
  assert.equal(freeSlug('hms', set('hms', 'hms-2')), 'hms-3'))
test('a transcript is what the captions say', () =>
  assert.equal(
    transcriptOf(
      'WEBVTT\n\n1\n00:00.000 --> 00:05.000\n<v Ola>Er du syk?\nSi fra.\n\nNOTE hemmelig\n\n00:05.000 --> 00:10.000\nGod bedring!\n',
    ),
    'Er du syk? Si fra.\nGod bedring!',
  ))
