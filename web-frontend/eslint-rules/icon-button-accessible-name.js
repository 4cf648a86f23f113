/**
 * A button that shows only an icon has no name for a screen reader or for a test that selects by
 * role, so it needs `aria-label` (or `title`).
 */
const BUTTONS = new Set(['button', 'el-button', 'elbutton'])
const NAMES = new Set(['aria-label', 'aria-labelledby', 'title'])

function attributeName(attribute) {
  if (!attribute.directive) return attribute.key.name
  const isBind = attribute.key.name.name === 'bind'
  return isBind && attribute.key.argument?.type === 'VIdentifier' ? attribute.key.argument.name : ''
}

function speaks(node) {
  if (node.type === 'VText') return node.value.trim() !== ''
  if (node.type === 'VExpressionContainer') return true
  if (node.type !== 'VElement') return false
  if (node.rawName === 'slot') return true
  const filled = node.startTag.attributes.some(
    (attribute) => attribute.directive && ['text', 'html'].includes(attribute.key.name.name),
  )
  return filled || node.children.some(speaks)
}

export default {
  meta: {
    type: 'problem',
    docs: { description: 'require an accessible name on buttons without text' },
    messages: { missing: 'This button has no text: give it an aria-label.' },
    schema: [],
  },
  create(context) {
    const services = context.sourceCode.parserServices
    if (!services?.defineTemplateBodyVisitor) return {}
    return services.defineTemplateBodyVisitor({
      VElement(node) {
        if (!BUTTONS.has(node.name)) return
        const named = node.startTag.attributes.some((attribute) =>
          NAMES.has(attributeName(attribute)),
        )
        if (!named && !node.children.some(speaks)) {
          context.report({ node: node.startTag, messageId: 'missing' })
        }
      },
    })
  },
}
