// Tells names of controls from questions.

/** Whether a query is the id of a control or the name of a rule, and no question: "RDS.3", "rds-storage-encrypted". */
export const namesControl = (query: string): boolean => /^(?:[a-z][a-z0-9]*\.\d+|[a-z0-9]+(?:-[a-z0-9]+){2,})$/iu.test(query);
