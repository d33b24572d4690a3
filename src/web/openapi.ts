import { z } from 'zod'
import type { AnyQuestion, Change, Route } from './route.ts'

type Json = Readonly<Record<string, unknown>>

const PROBLEM = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** What is wrong with each field. */
  errors: z.record(z.string(), z.string()).optional(),
})

/**
 * The whole site as OpenAPI 3.1: every route, with the schemas that read it and answer it. The routes
 * are described once; each site says its own name and address.
 */
export function describeRoutes(routes: readonly Route[]): (at: { title: string; server: string }) => Json {
  let described: Json | undefined
  return ({ title, server }) => {
    described ??= { paths: pathsOf(routes), components: COMPONENTS }
    const info = { title, version: '1', description: 'Send Accept: application/json to any address of the site.' }
    return { openapi: '3.1.0', info, servers: [{ url: server }], ...described }
  }
}

const COMPONENTS = {
  schemas: { Problem: schemaOf(PROBLEM, 'output') },
  securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } },
}

function pathsOf(routes: readonly Route[]): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}').replace(/\*$/, '{rest}')
    paths[path] = { ...paths[path], [route.kind === 'change' ? 'post' : 'get']: operationOf(route) }
  }
  return paths
}

function operationOf(route: Route): Json {
  const open = route.audience === 'anyone'
  return {
    operationId: `${route.kind} ${route.path}`.replace(/[^A-Za-z0-9]+/g, '-').replace(/-$/, ''),
    description: `Purpose: ${route.purpose}. For: ${[route.audience].flat().join(', ')}.`,
    ...(open ? {} : { security: [{ session: [] }] }),
    parameters: [...parametersOf(route, 'path'), ...parametersOf(route, 'query')],
    ...(route.kind === 'change' ? { requestBody: bodyOf(route) } : {}),
    responses: { ...answersOf(route), default: PROBLEMS },
  }
}

const PROBLEMS = {
  description: 'We say no, and why (RFC 9457).',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

function parametersOf(route: Route, place: 'path' | 'query'): Json[] {
  const schema = place === 'path' ? route.params : (route as Partial<AnyQuestion>).query
  const { properties = {}, required = [] } = schema ? (schemaOf(schema, 'input') as { properties?: Json; required?: string[] }) : {}
  const told = Object.entries(properties).map(([name, of]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: of }))
  if (place === 'query') return told

  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name as string)
  const untold = [...inPath, ...(route.path.endsWith('*') ? ['rest'] : [])].filter((name) => !(name in properties))
  return [...told, ...untold.map((name) => ({ name, in: place, required: true, schema: { type: 'string' } }))]
}

function bodyOf(route: Change): Json {
  const schema = schemaOf(route.form, 'input')
  const type = route.uploads ? 'multipart/form-data' : 'application/json'
  return { required: true, content: { [type]: { schema }, 'application/x-www-form-urlencoded': { schema } } }
}

function answersOf(route: Route): Json {
  if (route.kind === 'document') return { 200: { description: 'The document.', content: { '*/*': {} } } }
  const schema = route.answer ? schemaOf(route.answer, 'output') : { type: 'object' }
  const content = { 'application/json': { schema } }
  if (route.kind === 'question') return { 200: { description: 'The answer.', content } }
  return {
    200: { description: 'Done.', content },
    201: { description: 'Made.', content },
    303: { description: 'Done, for a browser: where it leads on to.' },
  }
}

/** A zod schema as JSON Schema; a moment is written as ISO 8601, and what has no shape in JSON is anything. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema._zod.def.type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date-time' })
    },
  })
  return shape
}
