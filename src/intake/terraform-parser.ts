// Terraform's grammar, for the worker alone: loaded only where a text is Terraform's source.
import grammar from '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm?url';
import { Language, Parser } from 'web-tree-sitter';
import runtime from 'web-tree-sitter/web-tree-sitter.wasm?url';

/** @throws Error if a file does not come before the signal */
async function bytesOf(address: string, signal: AbortSignal): Promise<Uint8Array> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/**
 * Returns a parser with Terraform's grammar.
 * @throws Error if a file does not come before the signal, or the browser runs no WebAssembly
 */
export async function terraformParser(signal: AbortSignal): Promise<Parser> {
  const [wasmBinary, language] = await Promise.all([bytesOf(runtime, signal), bytesOf(grammar, signal)]);
  await Parser.init({ wasmBinary });
  const parser = new Parser();
  parser.setLanguage(await Language.load(language));
  return parser;
}
