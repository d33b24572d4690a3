import type { Html } from '../../src/web/jsx-runtime.ts'
import { Button } from '../../src/web/kit/action.tsx'
import { Landscape } from '../../src/web/kit/art.tsx'
import { Card, PageHead, Row, Split, Stack } from '../../src/web/kit/layout.tsx'
import { Dates, Facts, Feature, Medal, RowItem, Rows } from '../../src/web/kit/lists.tsx'
import { Bar, Notice, Ring, Tag } from '../../src/web/kit/state.tsx'
import { Muted, Prose, Strong, Subtle } from '../../src/web/kit/text.tsx'
import { trusted } from '../../src/web/jsx-runtime.ts'
import { Model, type Setting } from './frame.tsx'

export function Home(setting: Setting): Html {
  return (
    <Model {...setting} title="Hjem" path="/home">
      <PageHead title="God morgen, Ingrid" lede="Torsdag 20. august. Du har én prøve igjen før kursbeviset." />
      <Split first={<Onward />} aside={<Aside />} asideLabel="I dag og fremover">
        <Card id="courses" title="Mine kurs" more={{ href: '/courses', text: 'Se alle kurs' }} flush>
          <Rows>
            <RowItem
              lead={<Ring percent={58} label="58 prosent fullført" />}
              title="Arbeidslivet i Norge"
              detail="Del 3 av 6 · Arbeidsavtalen"
              end="2 t 10 min igjen"
              href="/course"
            />
            <RowItem
              lead={<Ring percent={92} label="92 prosent fullført" />}
              title="Norsk på jobben, B2"
              detail="Alle leksjoner er fullført"
              end="Prøven stenger 14. oktober"
              href="/course"
            />
            <RowItem
              lead={<Ring percent={0} label="Ikke begynt" />}
              title="Helse, miljø og sikkerhet for nyansatte i bygg og anlegg"
              detail="Del 1 av 4"
              end="Frist 30. september"
              href="/course"
            />
          </Rows>
        </Card>
        <Card id="certificates" title="Kursbevis" more={{ href: '/certificates', text: 'Se alle' }} flush>
          <Rows>
            <RowItem
              lead={<Medal icon="seal" look="gold" />}
              title="Velkommen til Norge"
              detail="Utstedt 11. mars 2026"
              actions={<Downloads />}
            />
            <RowItem
              lead={<Medal icon="seal" look="gold" />}
              title="Rettigheter og plikter"
              tag={<Tag tone="warning">Rettet</Tag>}
              detail="Utstedt 2. november 2025"
              actions={<Downloads />}
            />
          </Rows>
        </Card>
      </Split>
    </Model>
  )
}

function Onward(): Html {
  return (
    <Feature id="onward" kicker="Fortsett der du slapp" title="Arbeidslivet i Norge" art={<Landscape />}>
      <Muted>Del 3 av 6 · Arbeidsavtalen</Muted>
      <Stack gap="small">
        <Bar value={58} label="Fremdrift i Arbeidslivet i Norge" />
        <Row align="between">
          <Strong>58 % fullført</Strong>
          <Subtle>2 t 10 min igjen</Subtle>
        </Row>
        <Facts
          items={[
            {
              icon: 'play',
              text: (
                <>
                  Neste: <Strong>Hva en arbeidsavtale må inneholde</Strong> <Subtle>(12 min)</Subtle>
                </>
              ),
            },
          ]}
        />
      </Stack>
      <Row>
        <Button href="/lesson" iconAfter="arrow-right">
          Fortsett leksjonen
        </Button>
        <Button look="tertiary" href="/course">
          Se hele kurset
        </Button>
      </Row>
    </Feature>
  )
}

function Aside(): Html {
  return (
    <>
      <Card id="dates" title="Frister">
        <Dates
          items={[
            {
              date: '2026-09-30',
              day: '30',
              month: 'sep',
              title: 'Fullfør kurset',
              detail: 'Helse, miljø og sikkerhet',
            },
            {
              date: '2026-10-14',
              day: '14',
              month: 'okt',
              title: 'Avsluttende prøve stenger',
              detail: 'Norsk på jobben, B2',
            },
          ]}
        />
      </Card>
      <Notice title="Bekreft e-postadressen din">
        Vi har sendt deg en lenke. Uten den kan vi ikke sende kursbeviset.
      </Notice>
    </>
  )
}

function Downloads(): Html {
  return (
    <>
      <Button look="tertiary" icon="download" href="/certificates/1.pdf" label="Last ned kursbeviset som PDF">
        PDF
      </Button>
      <Button look="tertiary" icon="link" href="/certificates/1" label="Del lenke til kursbeviset">
        Del
      </Button>
    </>
  )
}

export function Course(setting: Setting): Html {
  return (
    <Model {...setting} title="Arbeidslivet i Norge" path="/course">
      <PageHead
        kicker="Kurs"
        title="Arbeidslivet i Norge"
        lede="Hva du kan vente deg, og hva som ventes av deg, når du begynner i en norsk jobb."
      />
      <Split
        asideLabel="Fremdrift"
        aside={
          <Card id="done" title="Når er kurset fullført?">
            <Bar value={2} max={4} label="Fremdrift i kurset" />
            <Facts
              items={[
                { icon: 'check', text: 'Alle leksjoner i del 1 og 2 er lest' },
                { icon: 'clock', text: 'Én leksjon i del 3 gjenstår' },
                { icon: 'padlock-locked', text: 'Prøven åpner når leksjonene er lest' },
              ]}
            />
            <Button href="/lesson" full iconAfter="arrow-right">
              Fortsett
            </Button>
          </Card>
        }
      >
        <Card id="section-3" title="3. Arbeidsavtalen" hint="1 av 3 lest" flush>
          <Rows numbered>
            <RowItem
              lead={<Medal icon="check" />}
              title="Hvorfor avtalen skal være skriftlig"
              detail="8 min"
              href="/lesson"
            />
            <RowItem
              lead={<Medal icon="open-book" />}
              title="Hva en arbeidsavtale må inneholde"
              detail="12 min · Film med teksting"
              href="/lesson"
              tag={<Tag tone="accent">Neste</Tag>}
            />
            <RowItem
              lead={<Medal icon="padlock-locked" />}
              title="Avsluttende prøve"
              detail="Åpner når leksjonene er lest"
            />
          </Rows>
        </Card>
        <Card>
          <Prose>{trusted(LESSON)}</Prose>
        </Card>
      </Split>
    </Model>
  )
}

const LESSON = `<h2>Hva avtalen må inneholde</h2><p>Arbeidsgiveren skal gi deg en <a href="/x">skriftlig avtale</a>. Den skal si:</p>
<ul><li>hvem du arbeider for, og hvor</li><li>hva du skal gjøre</li><li>lønn, arbeidstid og ferie</li></ul>
<blockquote><p>Ta vare på avtalen. Du får bruk for den.</p></blockquote><h3>Hvis noe mangler</h3><p>Spør arbeidsgiveren, tillitsvalgte eller Arbeidstilsynet.</p>
<table><thead><tr><th>Hva</th><th>Frist</th></tr></thead><tbody><tr><td>Skriftlig avtale</td><td>Syv dager</td></tr></tbody></table>`
