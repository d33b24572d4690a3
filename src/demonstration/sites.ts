import type { NewSite } from '../rooms/institutions/service.ts'

/** Norway: an e-learning portal with a store and organisation memberships. */
export const nomkus: NewSite = {
  slug: 'nomkus',
  name: 'Nomkus',
  legalName: 'Nomkus AS',
  organisationNumber: '999 999 999',
  address: 'Storgata 1, 0155 Oslo',
  contactEmail: 'hei@nomkus.example',
  privacyEmail: 'personvern@nomkus.example',
  phone: null,
  jurisdiction: 'NO',
  zone: 'Europe/Oslo',
  language: 'nb',
  theme: 'nomkus',
  hosts: ['nomkus.localhost'],
}

/** Denmark: a school. */
export const laeringshus: NewSite = {
  slug: 'laeringshus',
  name: 'Nordisk Læringshus',
  legalName: 'Nordisk Læringshus ApS',
  organisationNumber: '99 99 99 99',
  address: 'Nørrebrogade 45, 2200 København N',
  contactEmail: 'kontakt@laeringshus.example',
  privacyEmail: 'privatliv@laeringshus.example',
  phone: '+45 32 74 89 16',
  jurisdiction: 'DK',
  zone: 'Europe/Copenhagen',
  language: 'da',
  theme: 'laeringshus',
  hosts: ['laeringshus.localhost'],
}
