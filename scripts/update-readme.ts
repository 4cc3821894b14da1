/** Writes keys and flags into the readme, from the code; a test fails when they are not up to date. */
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fillSections} from './lib/readme-sections.ts';

const readme = path.join(import.meta.dirname, '../readme.md');
writeFileSync(readme, fillSections(readFileSync(readme, 'utf8')));
