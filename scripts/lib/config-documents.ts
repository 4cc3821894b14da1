import {jsonSchema} from '../../source/config/json-schema.ts';
import {leaves} from '../../source/config/layers.ts';
import type {Setting} from '../../source/config/setting.ts';

/** What `config.schema.json` holds. */
export const configSchemaText = (): string => `${JSON.stringify(jsonSchema(), undefined, '\t')}\n`;

/** The table of settings in the readme. */
export const configTable = (): string =>
	[
		'| Setting | What it does | Default |',
		'|---|---|---|',
		...leaves().flatMap(([path, setting]) => rows(path, setting)),
	].join('\n');

const rows = (path: string, setting: Setting): readonly string[] => {
	const inner = setting.kind === 'list' && setting.of.kind === 'section' ? setting.of : undefined;
	const own = row(path, setting);
	return inner === undefined
		? [own]
		: [own, ...leaves(inner).map(([name, each]) => row(`${path}[].${name}`, each))];
};

const row = (path: string, setting: Setting): string => {
	const {about = '', byDefault = ''} = setting;
	const choices = setting.kind === 'choice' ? `: ${setting.choices.join(', ')}` : '';
	const range = setting.kind === 'number' ? `: ${setting.least} to ${setting.most}` : '';
	return `| \`${path}\` | ${about}${choices}${range} | ${byDefault} |`.replaceAll('  |', ' |');
};
