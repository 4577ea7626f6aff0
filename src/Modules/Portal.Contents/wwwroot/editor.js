// The edit form, for people whose browser runs scripts. Everything here repeats what the form does without them: nothing depends on it.
import { enhanceMarkdown } from './markdown.js';
import { enhanceLines } from './lines.js';
import { enhancePickers } from './picker.js';
import { enhanceBags } from './repeater.js';
import { keepSaved } from './saving.js';

const enhance = (root) => {
  enhanceMarkdown(root);
  enhanceLines(root);
  enhancePickers(root);
};

const form = document.querySelector('form[data-editor]');
if (form) {
  enhance(form);
  enhanceBags(form, enhance);
  keepSaved(form);
}
