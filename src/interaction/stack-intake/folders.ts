// Files in folders that were dropped: those that may describe a stack.

/** Nobody keeps more beside each other; a folder of thousands is a home directory. */
const mostFiles = 500;

const endings = /\.(?:tf|tofu|hcl|json|tfstate|ya?ml|template|txt)$/iu;

/** What tools put there, and what is hidden. */
const skipped = /^(?:\..*|node_modules|package(?:-lock)?\.json|tsconfig.*\.json)$/u;

type Entry = Pick<FileSystemEntry, 'name' | 'fullPath' | 'isFile' | 'isDirectory'>;
type Folder = Entry & {
  readonly createReader: () => { readonly readEntries: (some: (entries: Entry[]) => void, none: () => void) => void };
};
type InFolder = Entry & Pick<FileSystemFileEntry, 'file'>;

/** Returns the files of entries and of all folders in them. Folders and files that the browser may not read are left out. */
export async function filesIn(entries: readonly Entry[]): Promise<File[]> {
  const waiting = [...entries];
  const files: File[] = [];
  for (let entry = waiting.shift(); entry && files.length < mostFiles; entry = waiting.shift()) {
    if (skipped.test(entry.name)) continue;
    if (isFolder(entry)) waiting.push(...(await inFolder(entry)));
    else if (isFile(entry) && (entries.includes(entry) || endings.test(entry.name))) files.push(...(await fileOf(entry)));
  }
  return files;
}

const isFolder = (entry: Entry): entry is Folder => entry.isDirectory;
const isFile = (entry: Entry): entry is InFolder => entry.isFile;

/** A reader of a folder hands out a part of it each time, and at last nothing. */
async function inFolder(folder: Folder): Promise<Entry[]> {
  const reader = folder.createReader();
  const all: Entry[] = [];
  for (;;) {
    const some = await new Promise<Entry[]>((resolve) => {
      reader.readEntries(resolve, () => {
        resolve([]);
      });
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** The file under its path, by which its messages name it. */
const fileOf = (entry: InFolder): Promise<File[]> =>
  new Promise((resolve) => {
    entry.file(
      (file) => {
        resolve([new File([file], entry.fullPath.replace(/^\//u, ''))]);
      },
      () => {
        resolve([]);
      },
    );
  });
