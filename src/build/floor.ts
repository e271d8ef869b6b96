// The oldest browsers in which everything works, as Vite and its CSS compiler name them. README.md says the same to readers.
export const floor = ['chrome109', 'edge109', 'firefox115', 'safari16.4', 'ios16.4'] as const;
