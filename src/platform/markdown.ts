export const renderMarkdown = (text: string): string => `<p>${text.replaceAll('<', '&lt;')}</p>`
export const plainText = (text: string): string => text
