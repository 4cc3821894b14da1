import type {presetNames} from '../model/appearance.ts';
import type {KeyBindings} from './rebind.ts';

export type PresetName = (typeof presetNames)[number];

/**
 * The keys of other programs for what dockmon can do too; the others stay. What would lose its key by
 * that has another one here.
 */
export const presets: Readonly<Record<PresetName, KeyBindings>> = {
	lazydocker: {
		'container.shell': ['E'],
		'container.logs': ['m', 'l'],
		'container.run': ['alt+e'],
		'list.stopped': ['e', 'a'],
		'mouse.toggle': ['alt+m'],
	},
	k9s: {
		'container.shell': ['s'],
		'container.start-stop': ['ctrl+t'],
		'log.follow': ['s'],
		'pane.zoom': ['enter', 'f'],
		'log.mark': ['m', 'M'],
		// In the log above all.
		'mouse.toggle': ['m', 'alt+m'],
	},
	ctop: {
		'list.filter': ['f', '/'],
		'list.sort': ['s', 'o'],
		'list.reverse': ['r', 'O'],
		'container.start-stop': ['ctrl+t'],
		'container.restart': ['ctrl+r'],
		'help.open': ['h', '?'],
		'messages.open': ['ctrl+n'],
	},
};
