/** Where the records are edited. A company that runs its own copy sets REPOSITORY when it builds. */
export const repository: string = process.env['REPOSITORY'] ?? 'https://github.com/tideline-example/tideline';
