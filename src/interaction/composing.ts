/** Whether a key belongs to an input method, which it does until its word is committed; macOS says so by the code alone. */
// eslint-disable-next-line @typescript-eslint/no-deprecated
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;
