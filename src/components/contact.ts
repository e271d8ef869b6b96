/** The address of a contact as a link: that of a page as it is, an e-mail address for the reader's own mail program. */
export const contactHref = (address: string): string => (address.startsWith('https://') ? address : `mailto:${address}`);
