import { NOBODY, table, text, uuid } from '../../privacy/table.ts'

/** The controllers that run sites here: who they are, where they answer, whose law they follow. */
export const sites = table(
  'institutions.sites',
  {
    ...NOBODY,
    of: 'installation',
    purposes: { information: 'nothing personal', timekeeping: 'nothing personal' },
    writes: { information: ['insert', 'update'] },
  },
  {
    id: uuid('plain'),
    slug: text('plain'),
    name: text('plain'),
    legal_name: text('plain'),
    organisation_number: text('plain'),
    address: text('plain'),
    contact_email: text('plain'),
    privacy_email: text('plain'),
    phone: text('plain').optional(),
    jurisdiction: text('plain'),
    zone: text('plain'),
    language: text('plain'),
    theme: text('plain'),
    /** Host names it answers to, with spaces between; the first is the one letters link to. */
    hosts: text('plain'),
  },
)
