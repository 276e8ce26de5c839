// One behaviour per file; each exports mount(root) and leaves pages it does not concern alone.
import { mount as validity } from './validity.js';
import { mount as share } from './share.js';
import { mount as gallery } from './gallery.js';
import { mount as print } from './print.js';
import { mount as searchBox } from './search-box.js';
import { mount as list } from './list.js';
import { mount as verify } from './verify.js';
import { mount as offline } from './offline.js';

for (const mount of [validity, share, gallery, print, searchBox, list, verify, offline]) mount(document);
