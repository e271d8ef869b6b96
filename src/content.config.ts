// Astro's collection for the pages of the guide. Records and vocabularies are loaded by src/content/load.ts.
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';

export const collections = {
  docs: defineCollection({
    loader: glob({
      // The second folder holds the pages of a company's overlay, where there is one: see src/build/company-pages.ts.
      pattern: ['content/guide/**/*.{md,mdx}', '.cache/overlay/guide/company/*.mdx'],
      generateId: ({ entry }) => entry.replace(/^(?:content|\.cache\/overlay)\/|\.mdx?$/gu, '').replace(/\/index$/u, ''),
    }),
    schema: docsSchema({
      extend: z.object({
        /** Its number in the course, from 1; absent from pages outside the course. */
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
