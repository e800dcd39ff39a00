import ts from 'typescript';

/** A field of a view, as `model/view.ts` says it. */
export interface ViewField {
  readonly name: string;
  /** The comment over it, on one line. */
  readonly comment: string;
  /** What it may hold: names of views, `text`, `number`, `boolean`, `none`, `any`; lists end in `[]`. */
  readonly types: readonly string[];
  /** The texts that it may be, where they are known: `draft`, `embargo`. */
  readonly values: readonly string[];
}

export interface ViewType {
  readonly name: string;
  readonly comment: string;
  readonly fields: readonly ViewField[];
}

export interface ViewTypes {
  /** In the order of the file; objects without a name of their own are called `Owner.field`. */
  readonly types: ReadonlyMap<string, ViewType>;
  /** Kind of page → name of its view. */
  readonly kinds: ReadonlyMap<string, string>;
}

/** Reads the types of `model/view-parts.ts` and `model/view.ts` from their texts, one after the other: interfaces are what templates see, everything else helps. */
export function readViewTypes(source: string): ViewTypes {
  const file = ts.createSourceFile('view.ts', source, ts.ScriptTarget.Latest, true);
  const types = new Map<string, ViewType>();
  const kinds = new Map<string, string>();
  for (const statement of file.statements) {
    if (!ts.isInterfaceDeclaration(statement)) continue;
    const name = statement.name.text;
    if (name === 'ViewOf') {
      for (const member of statement.members) {
        if (ts.isPropertySignature(member) && member.type) kinds.set(nameOf(member), member.type.getText());
      }
      continue;
    }
    const inherited = (statement.heritageClauses ?? []).flatMap((clause) =>
      clause.types.flatMap((base) => inheritedFields(base, types)),
    );
    const own = fieldsOf(name, statement.members, types);
    const fields = new Map([...inherited, ...own].map((field) => [field.name, field]));
    types.set(name, { name, comment: commentOf(statement), fields: [...fields.values()] });
  }
  return { types, kinds };
}

/** Fields that come from `extends Base` or `extends Omit<Base, 'field'>`. */
function inheritedFields(
  base: ts.ExpressionWithTypeArguments,
  types: ReadonlyMap<string, ViewType>,
): readonly ViewField[] {
  const name = base.expression.getText();
  if (name !== 'Omit') return known(types, name).fields;
  const [whole, without] = base.typeArguments ?? [];
  if (!whole || !without) throw new Error(`view.ts: can't read ${base.getText()}`);
  const left = new Set(literalsOf(without));
  return known(types, whole.getText()).fields.filter((field) => !left.has(field.name));
}

function known(types: ReadonlyMap<string, ViewType>, name: string): ViewType {
  const type = types.get(name);
  if (!type) throw new Error(`view.ts: ${name} must stand before what extends it`);
  return type;
}

function fieldsOf(
  owner: string,
  members: ts.NodeArray<ts.TypeElement>,
  types: Map<string, ViewType>,
): readonly ViewField[] {
  return members.filter(ts.isPropertySignature).map((member) => {
    const name = nameOf(member);
    if (!member.type) throw new Error(`view.ts: ${owner}.${name} has no type`);
    return {
      name,
      comment: commentOf(member),
      types: [...new Set(atoms(member.type, `${owner}.${name}`, types))],
      values: literalsOf(member.type),
    };
  });
}

function nameOf(member: ts.PropertySignature): string {
  return ts.isStringLiteral(member.name) ? member.name.text : member.name.getText();
}

function atoms(type: ts.TypeNode, path: string, types: Map<string, ViewType>): readonly string[] {
  if (ts.isUnionTypeNode(type)) return type.types.flatMap((part) => atoms(part, path, types));
  if (ts.isParenthesizedTypeNode(type)) return atoms(type.type, path, types);
  if (ts.isTypeOperatorNode(type)) return atoms(type.type, path, types);
  if (ts.isArrayTypeNode(type)) return atoms(type.elementType, path, types).map((atom) => `${atom}[]`);
  if (ts.isLiteralTypeNode(type)) return [type.literal.kind === ts.SyntaxKind.NullKeyword ? 'none' : 'text'];
  if (ts.isTypeLiteralNode(type)) {
    if (type.members.some(ts.isIndexSignatureDeclaration)) return ['any'];
    types.set(path, { name: path, comment: '', fields: fieldsOf(path, type.members, types) });
    return [path];
  }
  if (ts.isTypeReferenceNode(type)) {
    const name = type.typeName.getText();
    if (name === 'Json') return ['any'];
    return name === 'Kind' || name === 'PageKind' ? ['text'] : [name];
  }
  switch (type.kind) {
    case ts.SyntaxKind.StringKeyword:
      return ['text'];
    case ts.SyntaxKind.NumberKeyword:
      return ['number'];
    case ts.SyntaxKind.BooleanKeyword:
      return ['boolean'];
    default:
      throw new Error(`view.ts: ${path} has a type that templates' docs can't tell: ${type.getText()}`);
  }
}

function literalsOf(type: ts.TypeNode): readonly string[] {
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(literalsOf);
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : [];
}

/** The `/** … *\/` before a node, on one line. */
function commentOf(node: ts.Node): string {
  const text = node.getSourceFile().text;
  const range = ts.getLeadingCommentRanges(text, node.getFullStart())?.at(-1);
  if (!range || !text.startsWith('/**', range.pos)) return '';
  return text
    .slice(range.pos + 3, range.end - 2)
    .split('\n')
    .map((line) => line.replace(/^\s*\*?\s?/, '').trim())
    .filter((line) => line !== '')
    .join(' ');
}
