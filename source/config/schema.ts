import {colourNames, presetNames} from '../model/appearance.ts';
import type {Setting, ValueOf} from './setting.ts';
import {actionSettings} from './settings/actions.ts';
import {attentionSettings} from './settings/attention.ts';
import {commandSettings} from './settings/commands.ts';
import {layoutSettings} from './settings/layout.ts';
import {listSettings} from './settings/list.ts';
import {logSettings} from './settings/logs.ts';

/** Everything that can be configured; reading, checking, suggestions and all documents derive from this table. */
export const schema = {
	kind: 'section',
	settings: {
		preset: {kind: 'choice', about: 'the keys of another program', choices: presetNames},
		keys: {
			kind: 'map',
			about: 'other keys for commands: a key, a list of keys, or none',
			keys: 'the name of a command, such as container.restart',
			of: {kind: 'texts'},
		},
		theme: {
			kind: 'text',
			about: 'the colours: one of those built in, or the name of a file in the folder themes',
			byDefault: 'dark or light, as the background is',
			isDisplay: true,
			// A file of a project must not make dockmon read just any other.
			refuse: text => (/[/\\]|^\.|\.ya?ml$/.test(text) ? 'is a name and no path' : undefined),
		},
		color: {
			kind: 'choice',
			about: 'how many colours',
			byDefault: 'what the terminal can do',
			isDisplay: true,
			choices: colourNames,
		},
		ascii: {
			kind: 'flag',
			about: 'nothing but ASCII characters',
			byDefault: 'false',
			isDisplay: true,
		},
		mouse: {kind: 'flag', about: 'the mouse works', byDefault: 'true', isDisplay: true},
		// Not for a project's file: what it says must not open what the user has closed.
		readOnly: {
			kind: 'flag',
			about: 'change nothing: what does is not there, and the engine is sent only GET and HEAD',
			byDefault: 'false',
		},
		interval: {
			kind: 'number',
			about: 'milliseconds between two samples of what is on the screen',
			byDefault: '1000; 2000 where the engine must be asked',
			...{least: 250, most: 60_000},
		},
		list: listSettings,
		layout: layoutSettings,
		actions: actionSettings,
		attention: attentionSettings,
		logs: logSettings,
		commands: commandSettings,
	},
} as const satisfies Setting;

export type Settings = ValueOf<typeof schema>;
