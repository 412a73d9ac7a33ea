// The tools that answer.

interface Window {
  kbVerktyg: any;
  kbPoster: any;
  kbYaml: any;
}
