// This site does not want to be kept for reading without a network. Browsers that have kept it fetch this script in
// place of the former one: it throws away what was kept and takes itself off.
'use strict';

const SITE = {{ view.settings }};
{% include "text/sw/store.js" %}
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(undo()));
