/**
 * The data block that the build put into an element of the page, or undefined where there is none.
 * The build wrote it from the same types, so its shape is not checked again.
 */
export function readPageData<T>(element: Element): T | undefined {
  const text = element.querySelector('script[type="application/json"]')?.textContent;
  if (!text) return undefined;
  const data: T = JSON.parse(text);
  return data;
}
