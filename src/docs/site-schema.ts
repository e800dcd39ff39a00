import { z } from 'zod';
import { unwrapped } from '../config/fit.js';
import { siteSchema } from '../schema/site.js';
import { formatJson, type Generator } from './generator.js';

/** `docs/site.schema.json`: by it editors complete and check `site.yaml` while it is written. */
export const siteSchemaFile: Generator = {
  path: 'docs/site.schema.json',
  text: () => {
    const schema = z.toJSONSchema(siteSchema, {
      target: 'draft-7',
      io: 'input',
      override: ({ zodSchema, jsonSchema }) => {
        // Names that no option has are told; free maps stay free.
        if (zodSchema instanceof z.ZodObject && zodSchema.def.catchall === undefined)
          jsonSchema.additionalProperties = false;
        // A list of texts may be one text.
        if (zodSchema instanceof z.ZodArray && unwrapped(zodSchema.element) instanceof z.ZodString) {
          const { type, items, ...rest } = jsonSchema;
          for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
          Object.assign(jsonSchema, rest, { anyOf: [{ type, items }, { type: 'string' }] });
        }
        // Every empty value counts as not written, so a default in the schema is a note for people.
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      },
    });
    const { $schema, ...rest } = schema;
    return formatJson({ $schema, title: 'Dateline: content/site.yaml', ...rest });
  },
};
