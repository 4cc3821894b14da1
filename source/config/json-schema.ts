import {schema} from './schema.ts';
import type {Setting} from './setting.ts';

type Json = Readonly<Record<string, unknown>>;

/** The table of settings as JSON schema, with which editors complete and check the configuration. */
export const jsonSchema = (): Json => ({
	$schema: 'http://json-schema.org/draft-07/schema#',
	title: 'Configuration of dockmon',
	...schemaOf(schema),
});

const schemaOf = (setting: Setting): Json => ({...described(setting), ...shapeOf(setting)});

const described = ({about, byDefault}: Setting): Json => {
	if (about === undefined) return {};
	const held = byDefault === undefined ? '' : ` (default: ${byDefault})`;
	return {description: `${about}${held}`};
};

const shapeOf = (setting: Setting): Json => {
	switch (setting.kind) {
		case 'section':
			return {
				type: 'object',
				properties: Object.fromEntries(
					Object.entries(setting.settings).map(([name, inner]) => [name, schemaOf(inner)]),
				),
				additionalProperties: false,
			};
		case 'map':
			return {type: 'object', additionalProperties: schemaOf(setting.of)};
		case 'list':
			return {type: 'array', items: schemaOf(setting.of)};
		case 'texts':
			return {type: ['string', 'number', 'array'], items: {type: ['string', 'number']}};
		case 'text':
			return {type: 'string'};
		case 'number':
			return {type: 'integer', minimum: setting.least, maximum: setting.most};
		case 'choice':
			return {enum: setting.choices.flatMap(asWritten)};
		case 'flag':
			return {type: 'boolean'};
	}
};

/** In YAML what looks like a number is one. */
const asWritten = (choice: string): readonly (string | number)[] =>
	/^\d+$/.test(choice) ? [choice, Number(choice)] : [choice];
