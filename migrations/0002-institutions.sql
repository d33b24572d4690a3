create schema institutions;

create table institutions.sites (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
  name text not null,
  legal_name text not null,
  organisation_number text not null,
  address text not null,
  contact_email text not null check (contact_email ~ '@'),
  privacy_email text not null check (privacy_email ~ '@'),
  phone text,
  jurisdiction text not null check (jurisdiction in ('NO', 'DK')),
  zone text not null,
  language text not null check (language in ('nb', 'da', 'en')),
  theme text not null,
  hosts text not null
);
