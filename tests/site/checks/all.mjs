// Every check, in the order in which the report shows them.

import axe from './axe.mjs';
import browser from './browser.mjs';
import budget from './budget.mjs';
import feeds from './feeds.mjs';
import files from './files.mjs';
import head from './head.mjs';
import html from './html.mjs';
import jsonld from './jsonld.mjs';
import keyboard from './keyboard.mjs';
import links from './links.mjs';
import narrow from './narrow.mjs';
import policy from './policy.mjs';
import print from './print.mjs';
import qr from './qr.mjs';
import sitemap from './sitemap.mjs';
import stars from './stars.mjs';
import validity from './validity.mjs';
import verify from './verify.mjs';

export const CHECKS = [html, links, head, jsonld, sitemap, feeds, files, policy, browser, axe, narrow, keyboard, validity, stars, verify, qr, print, budget];
