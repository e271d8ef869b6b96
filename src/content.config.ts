// The lesson goes through Astro's collections. Records and vocabularies do not: see content.ts.
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';

export const collections = {
  docs: defineCollection({
    loader: glob({ base: './content', pattern: 'guide/**/*.{md,mdx}' }),
    schema: docsSchema(),
  }),
};
