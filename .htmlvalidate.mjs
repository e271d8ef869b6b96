// Rules for the built pages. Each exclusion carries its reason.
export default {
  root: true,
  extends: ['html-validate:standard'],
  elements: ['html5'],
  rules: {},
};
