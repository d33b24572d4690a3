import type { Html } from '../../src/web/jsx-runtime.ts'
import { Button, CopyButton, Pager } from '../../src/web/kit/action.tsx'
import { AnswerChoice, Fieldset, Tile } from '../../src/web/kit/choices.tsx'
import { Table } from '../../src/web/kit/data.tsx'
import { Field, Select, TextArea } from '../../src/web/kit/fields.tsx'
import { Form } from '../../src/web/kit/form.tsx'
import { Card, Grid, PageHead, Row, Stack } from '../../src/web/kit/layout.tsx'
import { EmptyState, Notice, Steps } from '../../src/web/kit/state.tsx'
import { BigNumber, Code } from '../../src/web/kit/text.tsx'
import { Model, type Setting } from './frame.tsx'

export function Parts(setting: Setting): Html {
  return (
    <Model {...setting} title="Deler" path="/parts">
      <PageHead title="Deler" lede="Det som ikke står på de andre modellsidene.">
        <Button look="secondary" icon="download" href="/x">
          Last ned
        </Button>
      </PageHead>
      <Stack>
        <Steps
          label="Steg"
          current={2}
          steps={[{ text: 'Velg', href: '/1' }, { text: 'Betal' }, { text: 'Kvittering' }]}
        />
        <Grid>
          <Notice tone="success" title="Lagret">
            Endringene gjelder fra nå.
          </Notice>
          <Notice tone="warning">Medlemskapet slutter om ti dager.</Notice>
          <Notice tone="danger" title="Koden er brukt opp">
            Alle 15 plassene er tatt. Spør den som ga deg koden.
          </Notice>
        </Grid>
        <Grid columns="wide">
          <Seats />
          <Card id="empty" title="Kursbevis">
            <EmptyState
              level={3}
              icon="seal"
              title="Ingen kursbevis ennå"
              action={
                <Button look="secondary" href="/course">
                  Gå til kursene
                </Button>
              }
            >
              Når du har bestått prøven i et kurs, ligger beviset her.
            </EmptyState>
          </Card>
        </Grid>
        <Questions />
        <Review />
        <Card id="code" title="Kode">
          <BigNumber value={12}>av 15 kontoer er tatt i bruk</BigNumber>
          <Row>
            <Code>NOM-4711-KVIST</Code>
            <CopyButton value="NOM-4711-KVIST" text="Kopier" copied="Kopiert" />
          </Row>
        </Card>
        <Pager
          label="Sider"
          position="Side 2 av 7"
          previous={{ href: '/1', text: 'Forrige' }}
          next={{ href: '/3', text: 'Neste' }}
        />
      </Stack>
    </Model>
  )
}

function Seats(): Html {
  const columns = [
    { title: 'Organisasjon' },
    { title: 'Slutter' },
    { title: 'Brukt', numbers: true },
    { title: 'Plasser', numbers: true },
  ]
  const rows = [
    ['Granli kommune', '31. desember 2026', 12, 15],
    ['Havnens Rengøring ApS', '1. mars 2027', 3, 40],
  ]
  return (
    <Card id="seats" title="Medlemskap" flush>
      <Table id="seat-table" caption="Kontoer per organisasjon" hideCaption columns={columns} rows={rows} />
    </Card>
  )
}

function Questions(): Html {
  return (
    <Card id="form" title="Skjema">
      <Form action="/x">
        <Fieldset legend="Hvem betaler?" columns>
          <Tile id="payer-org" name="payer" value="org" checked description="Faktura med 14 dagers frist">
            Bedrift eller kommune
          </Tile>
          <Tile id="payer-self" name="payer" value="self" description="Vipps eller kort">
            Jeg betaler selv
          </Tile>
        </Fieldset>
        <Select
          name="language"
          label="Språk"
          value="da"
          options={[
            { value: 'nb', text: 'Norsk bokmål' },
            { value: 'da', text: 'Dansk' },
          ]}
        />
        <TextArea name="message" label="Melding" optional="valgfritt" rows={3} value={'<En> "melding"'} />
        <Field name="picture" type="file" label="Bilde" accept="image/*" optional="valgfritt" />
      </Form>
    </Card>
  )
}

function Review(): Html {
  return (
    <Card id="review" title="Gjennomgang">
      <Fieldset id="reviewed" legend="Hvem skal ha en kopi av arbeidsavtalen?">
        <AnswerChoice
          id="r1"
          name="r"
          letter="A"
          checked
          locked
          verdict={{ right: true, text: 'Riktig – du svarte dette' }}
        >
          Begge parter
        </AnswerChoice>
        <AnswerChoice
          id="r2"
          name="r2"
          several
          letter="B"
          checked
          locked
          verdict={{ right: false, text: 'Feil – du svarte dette' }}
        >
          Bare arbeidsgiveren
        </AnswerChoice>
        <AnswerChoice id="r3" name="r" letter="C" locked>
          Ingen
        </AnswerChoice>
      </Fieldset>
    </Card>
  )
}
