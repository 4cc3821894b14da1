import type {Container} from '../container.ts';
import {known} from '../known.ts';
import {maskSecrets} from '../secrets.ts';
import type {Finding} from './problem.ts';

/** What the engine said of its last start or end: it may quote the command, secrets and all. */
export const errorOf = ({details}: Container): Pick<Finding, 'output'> =>
	known('output', details?.error && maskSecrets(details.error));
