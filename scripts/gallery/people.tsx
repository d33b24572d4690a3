import { trusted, type Html } from '../../src/web/jsx-runtime.ts'
import { ActionList, Button } from '../../src/web/kit/action.tsx'
import { Checkbox, Fieldset, Switch } from '../../src/web/kit/choices.tsx'
import { Timeline } from '../../src/web/kit/data.tsx'
import { Field } from '../../src/web/kit/fields.tsx'
import { ErrorSummary, Form } from '../../src/web/kit/form.tsx'
import { Card, Column, PageHead, Row, Split } from '../../src/web/kit/layout.tsx'
import { Definitions, Details, DetailsRows } from '../../src/web/kit/lists.tsx'
import { Tag } from '../../src/web/kit/state.tsx'
import { Link, Muted, Prose, Strong } from '../../src/web/kit/text.tsx'
import { Model, type Setting } from './frame.tsx'

const WRONG = 'Skriv hele e-postadressen, for eksempel navn@firma.no'

export function Register(setting: Setting): Html {
  return (
    <Model {...setting} title="Opprett konto" path="/register" signedOut>
      <Column>
        <PageHead
          title="Opprett konto"
          lede="Du trenger Student ID-en som arbeidsplassen eller kommunen din har gitt deg."
        />
        <Form action="/register" label="Opprett konto">
          <ErrorSummary
            title="Dette må rettes før du kan gå videre"
            errors={[
              { field: 'email', message: WRONG },
              { field: 'accepted', message: 'Les og godta personvernerklæringen' },
            ]}
          />
          <Card>
            <Fieldset legend="Om deg" columns>
              <Field name="firstName" label="Fornavn" value="Ingrid" autocomplete="given-name" half />
              <Field
                name="lastName"
                label="Etternavn"
                value="Ødegård-Nørgaard"
                autocomplete="family-name"
                half
                why="Står på kursbeviset ditt. Du kan rette det når du vil."
              />
              <Field
                name="email"
                type="email"
                label="E-post"
                value="ingrid@firma"
                autocomplete="email"
                error={WRONG}
                why="Til innlogging og til kursbeviset. Aldri til reklame uten at du har sagt ja."
              />
              <Field
                name="code"
                label="Student ID"
                short
                autocapitalize="characters"
                spellcheck={false}
                description="For eksempel NOM-4711-KVIST"
              />
            </Fieldset>
          </Card>
          <Card id="policy" title="Slik behandler vi opplysningene dine" hint="Versjon av 1. august 2026">
            <Prose>
              {trusted(
                '<p>Vi lagrer navnet, e-postadressen og det du gjør i kursene, og ingenting annet.</p><p>Trettti dager etter at medlemskapet er slutt, slettes alt.</p>',
              )}
            </Prose>
            <Details summary="Les hele personvernerklæringen">
              <Prose>
                {trusted('<h3>Hvem som ser hva</h3><p>Læreren din ser svarene dine. Arbeidsgiveren ser bare tall.</p>')}
              </Prose>
            </Details>
            <Checkbox name="accepted" required error="Les og godta personvernerklæringen">
              Jeg har lest og godtar personvernerklæringen i{' '}
              <Link href="/privacy/versions/1">versjonen av 1. august 2026</Link>
            </Checkbox>
          </Card>
          <Row>
            <Button>Opprett konto</Button>
            <Button look="tertiary" href="/">
              Avbryt
            </Button>
          </Row>
        </Form>
      </Column>
    </Model>
  )
}

export function MyData(setting: Setting): Html {
  return (
    <Model {...setting} title="Mine data" path="/my-data">
      <PageHead
        title="Mine data"
        lede="Her ser du hva Nomkus har lagret om deg, hvorfor vi har det, og hvem som har sett det."
      />
      <ActionList
        label="Dette kan du gjøre"
        actions={[
          {
            href: '/a',
            icon: 'download',
            title: 'Last ned alt',
            text: 'En lesbar side og en fil andre systemer forstår.',
          },
          { href: '/b', icon: 'pencil', title: 'Be om retting', text: 'Si fra hvis noe er feil eller mangler.' },
          {
            href: '/c',
            icon: 'migration',
            title: 'Flytt til en annen',
            text: 'Send kurs og bevis til en ny tilbyder.',
          },
          { href: '/d', icon: 'pause', title: 'Sett på pause', text: 'Vi beholder dataene, men bruker dem ikke.' },
          { href: '/e', icon: 'trash', title: 'Slett', text: 'Velg hva som skal bort, eller slett alt.', danger: true },
        ]}
      />
      <Split aside={<Consents />} asideLabel="Samtykker">
        <Card id="held" title="Dette har vi om deg" flush>
          <DetailsRows
            items={[
              {
                icon: 'person',
                title: 'Navn og kontaktopplysninger',
                detail: 'Navn, e-post',
                tag: <Tag>Så lenge du har konto</Tag>,
                open: true,
                children: [
                  <Reasons />,
                  <Row>
                    <Button look="secondary" small href="/f">
                      Se opplysningene
                    </Button>
                    <Button look="tertiary" small href="/g">
                      Noe er feil
                    </Button>
                  </Row>,
                ],
              },
              {
                icon: 'bar-chart',
                title: 'Kurs og fremdrift',
                detail: '3 kurs, 41 leksjoner',
                tag: <Tag>30 dager etter medlemskapet</Tag>,
                children: <Reasons />,
              },
              {
                icon: 'file-text',
                title: 'Prøvesvar og resultater',
                detail: '2 prøver, 24 svar',
                tag: <Tag>5 år</Tag>,
                children: <Reasons />,
              },
            ]}
          />
        </Card>
        <Card id="seen" title="Hvem har sett dataene dine" more={{ href: '/h', text: 'Vis hele loggen' }}>
          <Timeline
            days={[
              {
                title: 'I dag',
                items: [
                  {
                    at: '2026-08-20T08:14',
                    time: '08.14',
                    by: 'self',
                    text: [<Strong>Du</Strong>, ' logget inn fra Safari på iPhone'],
                  },
                ],
              },
              {
                title: 'I går, 19. august',
                items: [
                  {
                    at: '2026-08-19T14:32',
                    time: '14.32',
                    by: 'people',
                    text: [<Strong>Marte Solberg</Strong>, ', lærer, åpnet prøveresultatet ditt'],
                    reason: 'Grunn: Vurdering',
                  },
                  {
                    at: '2026-08-19T09:05',
                    time: '09.05',
                    by: 'change',
                    text: [<Strong>Jonas Lie-Hansen</Strong>, ' rettet etternavnet ditt'],
                    reason: 'Grunn: Du ba om det i sak 2043',
                  },
                ],
              },
            ]}
          />
        </Card>
      </Split>
    </Model>
  )
}

function Reasons(): Html {
  return (
    <Definitions
      items={[
        ['Hvorfor', 'For å gi deg tilgang og sette riktig navn på kursbeviset.'],
        ['Rettslig grunnlag', 'Avtale – personvernforordningen art. 6 nr. 1 b'],
        ['Hvor lenge', 'Så lenge du har konto, og 30 dager etter.'],
        ['Hvem som kan se det', 'Lærerne på kursene dine.'],
      ]}
    />
  )
}

function Consents(): Html {
  return (
    <Card id="consents" title="Dette har du sagt ja til">
      <Form action="/my-data/consents" guarded>
        <div>
          <Switch name="reminders" checked description="Frister og nye leksjoner.">
            Påminnelser på e-post
          </Switch>
          <Switch name="research" description="Vi fjerner navn og alt som kan peke på deg først.">
            Bruk svarene mine til å gjøre prøvene bedre
          </Switch>
        </div>
        <Button look="secondary" full>
          Lagre valgene
        </Button>
      </Form>
      <Muted small>Du kan ombestemme deg når som helst.</Muted>
    </Card>
  )
}
