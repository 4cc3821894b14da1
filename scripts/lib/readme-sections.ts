import {helpText} from '../../source/app/help-text.ts';
import {logsHelpText} from '../../source/app/logs-help-text.ts';
import {commandTable} from '../../source/commands/command-table.ts';
import {renderKeymapMarkdown} from '../../source/commands/keymap-docs.ts';
import {configTable} from './config-documents.ts';
import {fillSection} from './sections.ts';

/** What the readme holds between `<!-- name -->` and `<!-- /name -->`; its one home is the code. */
const sections: ReadonlyArray<{readonly name: string; readonly render: () => string}> = [
	{name: 'keys', render: () => renderKeymapMarkdown(commandTable)},
	{name: 'settings', render: configTable},
	{name: 'flags', render: () => `\`\`\`\n${helpText.trim()}\n\`\`\``},
	{name: 'logs', render: () => `\`\`\`\n${logsHelpText.trim()}\n\`\`\``},
];

/** The readme with its generated sections as the code has them now; fails when a marker is missing. */
export const fillSections = (readme: string): string =>
	sections.reduce((text, {name, render}) => fillSection(text, name, render()), readme);
