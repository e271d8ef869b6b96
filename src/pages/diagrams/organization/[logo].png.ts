// The logo of a company's overlay where it is PNG. Among the pictures, because hosts send these with a policy that lets nothing in them run.
import { logoFile, logoPaths } from '../../../components/logo.ts';

export const getStaticPaths = () => logoPaths('png');
export const GET = (): Response => logoFile('png');
