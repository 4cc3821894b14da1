/** Writes keys, settings and flags into the readme and the schema of the configuration, from the code; a test fails when they are not up to date. */
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {configSchemaText} from './lib/config-documents.ts';
import {fillSections} from './lib/readme-sections.ts';

const readme = path.join(import.meta.dirname, '../readme.md');
writeFileSync(readme, fillSections(readFileSync(readme, 'utf8')));
writeFileSync(path.join(import.meta.dirname, '../config.schema.json'), configSchemaText());
