import {describe, expect, test} from 'vitest';
import type {Command} from '../../../source/commands/command.ts';
import {commandTable} from '../../../source/commands/command-table.ts';
import {presets} from '../../../source/commands/presets.ts';
import {applyKeys} from '../../../source/commands/rebind.ts';
import {keyConflicts} from '../../../source/commands/resolve-key.ts';
import {presetNames} from '../../../source/model/appearance.ts';

describe.each(presetNames)('the keys of %s', name => {
	const {commands, problems} = applyKeys(commandTable, presets[name]);

	test('are those of commands that there are, and can be typed', () => {
		// In a pane the key may be its own, as it is in that program.
		expect(problems.filter(({text}) => !/^in the (?:log|list|stats) /.test(text))).toEqual([]);
	});

	test('leave no command without a key and no key with two meanings', () => {
		expect(keyConflicts(commands)).toEqual([]);
		const keyless = (table: readonly Command[]) =>
			table.filter(({keys}) => keys.length === 0).map(({id}) => id);
		expect(keyless(commands)).toEqual(keyless(commandTable));
	});

	test('change something', () => {
		expect(commands).not.toEqual(commandTable);
	});
});
