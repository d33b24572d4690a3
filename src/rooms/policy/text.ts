import { renderMarkdown } from '../../platform/markdown.ts'
import type { Visit } from '../../web/visit.ts'
import type { PolicyVersion } from './service.ts'

/** A version of the policy as markup, in the visit's language. */
export function policyHtml(version: PolicyVersion, visit: Visit): string {
  return renderMarkdown(version.texts[visit.language])
}
