import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { RowItem, Rows } from '../../../web/kit/lists.tsx'
import { EmptyState, Notice } from '../../../web/kit/state.tsx'
import { Page } from '../../../web/page.tsx'
import { addressOf } from '../bank/filter.ts'
import { type Note, sayNote } from '../exchange/report.ts'
import { words } from '../words.ts'
import { type Format, formats } from './reading.ts'
import type { Selection } from './taking-out.ts'

export type ExportShown = {
  format: Format
  selection: Selection
  rows: readonly { number: number; name: string; notes: readonly Note[] }[]
}

/** What the file will say and what it cannot, before it is downloaded. */
export function ExportPage({ format, selection, rows }: ExportShown, here: Here): Html {
  const said = say(words, here.visit.language)
  const lossy = rows.filter(({ notes }) => notes.length > 0)
  return (
    <Page here={here} title={said.exportTitle}>
      <PageHead title={said.exportTitle} lede={rows.length === 0 ? undefined : said.exportLede(rows.length)}>
        <Button look="secondary" href="/authoring/questions" icon="arrow-left">
          {said.backToBank}
        </Button>
      </PageHead>
      {rows.length === 0 ? (
        <EmptyState icon="file-export" title={said.nothingToExport} />
      ) : (
        <Column>
          <Stack>
            <p>{said.exportFormatWhy}</p>
            <Formats format={format} selection={selection} here={here} />
            {lossy.length === 0 ? (
              <Notice tone="success">{said.exportComplete}</Notice>
            ) : (
              <Losses rows={lossy} here={here} />
            )}
          </Stack>
        </Column>
      )}
    </Page>
  )
}

function Formats({ format, selection, here }: { format: Format; selection: Selection; here: Here }): Html {
  const said = say(words, here.visit.language)
  const others = formats.filter((one) => one !== format)
  return (
    <Row>
      <Button href={exportAddress(selection, `/authoring/questions/export/${format}`)} icon="download" download>
        {said.downloadAs(said[format])}
      </Button>
      {others.map((other) => (
        <Button look="secondary" href={exportAddress(selection, '/authoring/questions/export', other)}>
          {said.seeAs(said[other])}
        </Button>
      ))}
    </Row>
  )
}

function Losses({ rows, here }: { rows: ExportShown['rows']; here: Here }): Html {
  const { language } = here.visit
  const said = say(words, language)
  return (
    <Card id="losses" title={said.exportLosses} flush>
      <Rows label={said.exportLosses}>
        {rows.map(({ number, name, notes }) => (
          <RowItem
            title={said.rowTitle(number, name)}
            detail={notes.map((note) => sayNote(note, language)).join(' ')}
          />
        ))}
      </Rows>
    </Card>
  )
}

function exportAddress({ chosen, ...filter }: Selection, path: string, format?: Format): string {
  const address = addressOf(filter, path)
  const more = [...(chosen === '' ? [] : [`chosen=${chosen}`]), ...(format ? [`format=${format}`] : [])]
  if (more.length === 0) return address
  return `${address}${address.includes('?') ? '&' : '?'}${more.join('&')}`
}
