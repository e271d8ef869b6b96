// The lesson goes through Astro's collections. Records and vocabularies do not: see content.ts.
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';

export const collections = {
  docs: defineCollection({
    loader: glob({ base: './content', pattern: 'guide/**/*.{md,mdx}' }),
    schema: docsSchema({
      extend: z.object({
        /** Its place on the path, from 1; left out by pages beside the path. */
        lesson: z.number().int().positive().optional(),
        /** The day its facts were last checked, YYYY-MM-DD, in quotes. */
        reviewed: z
          .string()
          .regex(/^\d{4}-\d{2}-\d{2}$/u)
          .optional(),
      }),
    }),
  }),
};
