// Astro's collection for the pages of the guide. Records and vocabularies are loaded by src/content/load.ts.
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';

/** The pages of a company's overlay, from the project's root; not there where it has none. See src/build/company-pages.ts. */
declare const companyPlace: string | undefined;
const companyPages = typeof companyPlace === 'undefined' ? [] : [`${companyPlace}/*.mdx`];

export const collections = {
  docs: defineCollection({
    loader: glob({
      pattern: ['content/guide/**/*.{md,mdx}', ...companyPages],
      generateId: ({ entry }) => entry.replace(/^(?:content|.*(?=\/guide\/company\/))\/|\.mdx?$/gu, '').replace(/\/index$/u, ''),
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
